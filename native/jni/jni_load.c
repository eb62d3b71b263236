#include "jni_register.h"

#include <stddef.h>

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    (void)reserved;
    JNIEnv *env = NULL;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) != JNI_OK)
        return JNI_ERR;
    if (sr_jni_register_pool(env) != JNI_OK || sr_jni_register_readback(env) != JNI_OK ||
        sr_jni_register_appsrc(env) != JNI_OK || sr_jni_register_convert(env) != JNI_OK)
        return JNI_ERR;
    return JNI_VERSION_1_8;
}
