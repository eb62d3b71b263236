/* One registration per Java class with natives; each returns JNI_OK or leaves a Java exception. */
#ifndef SR_JNI_REGISTER_H
#define SR_JNI_REGISTER_H

#include <jni.h>
#include <stdint.h>

jint sr_jni_register_pool(JNIEnv *env);
jint sr_jni_register_readback(JNIEnv *env);
jint sr_jni_register_appsrc(JNIEnv *env);
jint sr_jni_register_convert(JNIEnv *env);
jint sr_jni_register_fragments(JNIEnv *env);
jint sr_jni_register_meter(JNIEnv *env);
jint sr_jni_register_priming(JNIEnv *env);
jint sr_jni_register_sound(JNIEnv *env);
jint sr_jni_register_replay(JNIEnv *env);
jint sr_jni_register_stream(JNIEnv *env);

/* Shared by them all: finds the class and registers its table. */
jint sr_jni_register(JNIEnv *env, const char *class_name, const JNINativeMethod *methods, jint count);

/* A new int[]; NULL with a Java exception when there is no memory. */
jintArray sr_jni_ints(JNIEnv *env, const jint *values, jsize count);

static inline void *sr_pointer(jlong handle) {
    return (void *)(intptr_t)handle;
}

static inline jlong sr_handle(const void *pointer) {
    return (jlong)(intptr_t)pointer;
}

#endif
