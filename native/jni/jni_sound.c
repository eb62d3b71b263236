#include "jni_register.h"
#include "sr_resample.h"
#include "sr_sound.h"

#include <stdlib.h>
#include <string.h>

/* `functions` holds the addresses in the order of sr_sound_gst's members. */
static jlong create(JNIEnv *env, jclass type, jlongArray functions, jlong element, jlong most_bytes) {
    (void)type;
    sr_sound *sound = calloc(1, sizeof *sound);
    if (sound == NULL)
        return 0;
    jlong addresses[sizeof(sr_sound_gst) / sizeof(void *)];
    (*env)->GetLongArrayRegion(env, functions, 0, sizeof addresses / sizeof addresses[0], addresses);
    if ((*env)->ExceptionCheck(env)) {
        free(sound);
        return 0;
    }
    memcpy(&sound->gst, addresses, sizeof addresses);
    sound->element = sr_pointer(element);
    sound->most_bytes = (uint64_t)most_bytes;
    return sr_handle(sound);
}

static void release(JNIEnv *env, jclass type, jlong sound) {
    (void)env, (void)type;
    free(sr_pointer(sound));
}

static jboolean push(JNIEnv *env, jclass type, jlong sound, jlong samples, jlong size_bytes, jlong pts_ns,
                     jlong duration_ns) {
    (void)env, (void)type;
    return sr_sound_push(sr_pointer(sound), sr_pointer(samples), (size_t)size_bytes, pts_ns, duration_ns);
}

static void resample(JNIEnv *env, jclass type, jlong table, jint phases, jlong window, jint window_size, jint channels,
                     jdouble begin, jdouble rate, jlong made, jint count) {
    (void)env, (void)type;
    sr_resampling resampling = {sr_pointer(table), phases, sr_pointer(window), (size_t)window_size, channels};
    sr_resample(&resampling, begin, rate, sr_pointer(made), count);
}

static const JNINativeMethod methods[] = {
    {"create", "([JJJ)J", create},
    {"release", "(J)V", release},
    {"push", "(JJJJJ)Z", push},
    {"resample", "(JIJIIDDJI)V", resample},
};

jint sr_jni_register_sound(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/SoundNative", methods, sizeof methods / sizeof methods[0]);
}
