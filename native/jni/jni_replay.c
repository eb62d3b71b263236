#include "jni_replay.h"
#include "jni_register.h"

#include <string.h>

sr_replay_gst sr_jni_replay_functions(JNIEnv *env, jlongArray functions) {
    sr_replay_gst gst = {0};
    jlong addresses[sizeof gst / sizeof(void *)];
    (*env)->GetLongArrayRegion(env, functions, 0, sizeof addresses / sizeof addresses[0], addresses);
    if (!(*env)->ExceptionCheck(env))
        memcpy(&gst, addresses, sizeof addresses);
    return gst;
}

static jlong create(JNIEnv *env, jclass type, jlongArray functions, jlong keep_ns, jlong most_bytes) {
    (void)type;
    sr_replay_gst gst = sr_jni_replay_functions(env, functions);
    return (*env)->ExceptionCheck(env) ? 0 : sr_handle(sr_replay_create(&gst, keep_ns, (uint64_t)most_bytes));
}

static void release(JNIEnv *env, jclass type, jlong ring) {
    (void)env, (void)type;
    sr_ring_release(sr_pointer(ring));
}

static jboolean watch(JNIEnv *env, jclass type, jlongArray functions, jlong ring, jlong pad, jint track) {
    (void)type;
    sr_replay_gst gst = sr_jni_replay_functions(env, functions);
    return !(*env)->ExceptionCheck(env) && sr_replay_watch(&gst, sr_pointer(ring), sr_pointer(pad), track);
}

static void now(JNIEnv *env, jclass type, jlong ring, jlongArray into) {
    (void)type;
    sr_ring_figures figures = sr_ring_now(sr_pointer(ring));
    jlong values[] = {figures.held_ns, (jlong)figures.size_bytes, (jlong)figures.packets};
    (*env)->SetLongArrayRegion(env, into, 0, sizeof values / sizeof values[0], values);
}

static jlong begin(JNIEnv *env, jclass type, jlong ring, jlong until_ns, jint sound_lead) {
    (void)env, (void)type;
    return sr_handle(sr_ring_save_begin(sr_pointer(ring), until_ns, (size_t)sound_lead));
}

static void await(JNIEnv *env, jclass type, jlong save, jlong patience_ns, jlongArray into) {
    (void)type;
    sr_save_figures figures = sr_ring_save_await(sr_pointer(save), patience_ns);
    jlong values[] = {figures.from_ns,           figures.to_ns,  figures.lowest_dts_ns, figures.frames,
                      (jlong)figures.size_bytes, figures.shorter};
    (*env)->SetLongArrayRegion(env, into, 0, sizeof values / sizeof values[0], values);
}

static jlong caps(JNIEnv *env, jclass type, jlong save, jint track) {
    (void)env, (void)type;
    return sr_handle(sr_ring_save_caps(sr_pointer(save), track));
}

static jint send(JNIEnv *env, jclass type, jlongArray functions, jlong save, jlong video, jlong sound,
                 jlong video_base_ns, jlong sound_base_ns) {
    (void)type;
    sr_replay_gst gst = sr_jni_replay_functions(env, functions);
    void *const appsrcs[] = {sr_pointer(video), sr_pointer(sound)};
    const int64_t bases_ns[] = {video_base_ns, sound_base_ns};
    return (*env)->ExceptionCheck(env) ? -1 : sr_replay_send(&gst, sr_pointer(save), appsrcs, bases_ns);
}

static void end(JNIEnv *env, jclass type, jlong save) {
    (void)env, (void)type;
    sr_ring_save_free(sr_pointer(save));
}

static const JNINativeMethod methods[] = {
    {"create", "([JJJ)J", create}, {"release", "(J)V", release}, {"watch", "([JJJI)Z", watch},
    {"now", "(J[J)V", now},        {"begin", "(JJI)J", begin},   {"await", "(JJ[J)V", await},
    {"send", "([JJJJJJ)I", send},  {"end", "(J)V", end},         {"caps", "(JI)J", caps},
};

jint sr_jni_register_replay(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/ReplayNative", methods,
                           sizeof methods / sizeof methods[0]);
}
