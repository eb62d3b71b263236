#include "jni_register.h"
#include "sr_meter.h"

#include <string.h>

/* `functions` holds the addresses in the order of sr_meter_gst's members. */
static jlong create(JNIEnv *env, jclass type, jlongArray functions) {
    (void)type;
    jlong addresses[sizeof(sr_meter_gst) / sizeof(void *)];
    sr_meter_gst gst;
    (*env)->GetLongArrayRegion(env, functions, 0, sizeof addresses / sizeof addresses[0], addresses);
    if ((*env)->ExceptionCheck(env))
        return 0;
    memcpy(&gst, addresses, sizeof addresses);
    return sr_handle(sr_meter_create(&gst));
}

static void watch(JNIEnv *env, jclass type, jlong meter, jlong pad) {
    (void)env, (void)type;
    sr_meter_watch(sr_pointer(meter), sr_pointer(pad));
}

static jlong frames(JNIEnv *env, jclass type, jlong meter) {
    (void)env, (void)type;
    return sr_meter_frames(sr_pointer(meter));
}

static jlong largest_bytes(JNIEnv *env, jclass type, jlong meter) {
    (void)env, (void)type;
    return sr_meter_largest_bytes(sr_pointer(meter));
}

static void release(JNIEnv *env, jclass type, jlong meter) {
    (void)env, (void)type;
    sr_meter_release(sr_pointer(meter));
}

static const JNINativeMethod methods[] = {
    {"create", "([J)J", create},  {"watch", "(JJ)V", watch},
    {"frames", "(J)J", frames},   {"largestBytes", "(J)J", largest_bytes},
    {"release", "(J)V", release},
};

jint sr_jni_register_meter(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/MeterNative", methods, sizeof methods / sizeof methods[0]);
}
