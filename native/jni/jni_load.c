#include "jni_register.h"
#include "sr_os.h"

#include <stddef.h>

/* Java's NativeModule.ABI is the same number. Both are raised when a native function is added, removed or called in
 * another way, or when Java reads or writes another word of ours. */
enum { ABI = 19 };

static jint abi(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    return ABI;
}

/* Leaves a Java exception when a class has other native methods than we. */
static void link_natives(JNIEnv *env, jclass type) {
    (void)type;
    (void)(sr_jni_register_pool(env) == JNI_OK && sr_jni_register_readback(env) == JNI_OK &&
           sr_jni_register_appsrc(env) == JNI_OK && sr_jni_register_convert(env) == JNI_OK &&
           sr_jni_register_fragments(env) == JNI_OK && sr_jni_register_sound(env) == JNI_OK &&
           sr_jni_register_replay(env) == JNI_OK && sr_jni_register_meter(env) == JNI_OK &&
           sr_jni_register_stream(env) == JNI_OK && sr_jni_register_priming(env) == JNI_OK);
}

static const JNINativeMethod methods[] = {
    {"abi", "()I", abi},
    {"link", "()V", link_natives},
};

/* Everything else waits until Java has compared the numbers. */
JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    (void)reserved;
    JNIEnv *env = NULL;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) != JNI_OK)
        return JNI_ERR;
    if (sr_jni_register(env, "io/github/stagerecorder/jni/NativeModule", methods, sizeof methods / sizeof methods[0]) !=
        JNI_OK)
        return JNI_ERR;
    /* GStreamer may hold a release function of ours after the class loader is gone. */
    sr_os_stay_loaded();
    return JNI_VERSION_1_8;
}
