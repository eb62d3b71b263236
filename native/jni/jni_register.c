#include "jni_register.h"

jint sr_jni_register(JNIEnv *env, const char *class_name, const JNINativeMethod *methods, jint count) {
    jclass type = (*env)->FindClass(env, class_name);
    if (type == NULL)
        return JNI_ERR;
    jint result = (*env)->RegisterNatives(env, type, methods, count);
    (*env)->DeleteLocalRef(env, type);
    return result;
}

jintArray sr_jni_ints(JNIEnv *env, const jint *values, jsize count) {
    jintArray result = (*env)->NewIntArray(env, count);
    if (result != NULL)
        (*env)->SetIntArrayRegion(env, result, 0, count, values);
    return result;
}
