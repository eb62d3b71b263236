/* A library that says of itself that it belongs to another version of the Java classes. */
#include "jni_register.h"

static jint abi(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    return 4711;
}

static const JNINativeMethod methods[] = {{"abi", "()I", abi}};

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    (void)reserved;
    JNIEnv *env;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) != JNI_OK)
        return JNI_ERR;
    return sr_jni_register(env, "io/github/stagerecorder/jni/NativeModule", methods, 1) == JNI_OK ? JNI_VERSION_1_8
                                                                                                  : JNI_ERR;
}
