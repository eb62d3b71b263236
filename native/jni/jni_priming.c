#include "jni_register.h"
#include "sr_priming.h"

#include <string.h>

/* `functions` holds the addresses in the order of sr_priming_gst's members. */
static jboolean watch(JNIEnv *env, jclass type, jlongArray functions, jlong pad, jlong begin_ns) {
    (void)type;
    jlong addresses[sizeof(sr_priming_gst) / sizeof(void *)];
    sr_priming_gst gst;
    (*env)->GetLongArrayRegion(env, functions, 0, sizeof addresses / sizeof addresses[0], addresses);
    if ((*env)->ExceptionCheck(env))
        return JNI_FALSE;
    memcpy(&gst, addresses, sizeof addresses);
    return sr_priming_watch(&gst, sr_pointer(pad), begin_ns) != 0;
}

static const JNINativeMethod methods[] = {{"watch", "([JJJ)Z", watch}};

jint sr_jni_register_priming(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/PrimingNative", methods,
                           sizeof methods / sizeof methods[0]);
}
