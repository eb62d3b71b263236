#include "jni_register.h"

#include <stddef.h>

jint sr_jni_register(JNIEnv *env, const char *class_name, const JNINativeMethod *methods, jint count) {
    jclass type = (*env)->FindClass(env, class_name);
    if (type == NULL)
        return JNI_ERR;
    jint result = (*env)->RegisterNatives(env, type, methods, count);
    (*env)->DeleteLocalRef(env, type);
    return result;
}

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    (void)reserved;
    JNIEnv *env = NULL;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) != JNI_OK)
        return JNI_ERR;
    if (sr_jni_register_pool(env) != JNI_OK || sr_jni_register_readback(env) != JNI_OK ||
        sr_jni_register_appsrc(env) != JNI_OK)
        return JNI_ERR;
    return JNI_VERSION_1_8;
}
