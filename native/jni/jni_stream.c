#include "jni_register.h"
#include "jni_replay.h"
#include "sr_stream.h"

static jlong create(JNIEnv *env, jclass type, jlong ring, jlong most_ns, jlong most_bytes) {
    (void)env, (void)type;
    return sr_handle(sr_feed_create(sr_pointer(ring), most_ns, (uint64_t)most_bytes));
}

static void release(JNIEnv *env, jclass type, jlong feed) {
    (void)env, (void)type;
    sr_feed_free(sr_pointer(feed));
}

static void restart(JNIEnv *env, jclass type, jlong feed) {
    (void)env, (void)type;
    sr_feed_restart(sr_pointer(feed));
}

static void give_up(JNIEnv *env, jclass type, jlong feed) {
    (void)env, (void)type;
    sr_feed_give_up(sr_pointer(feed));
}

static jlong lost(JNIEnv *env, jclass type, jlong feed) {
    (void)env, (void)type;
    return (jlong)sr_feed_lost(sr_pointer(feed));
}

static jlong waiting_bytes(JNIEnv *env, jclass type, jlong feed) {
    (void)env, (void)type;
    return (jlong)sr_feed_waiting_bytes(sr_pointer(feed));
}

static jint begin(JNIEnv *env, jclass type, jlongArray functions, jlong feed, jlong video, jlong sound,
                  jlong patience_ns, jlongArray into) {
    (void)type;
    sr_replay_gst gst = sr_jni_replay_functions(env, functions);
    void *const appsrcs[] = {sr_pointer(video), sr_pointer(sound)};
    if ((*env)->ExceptionCheck(env))
        return SR_SENT_NOTHING;
    int64_t base_ns = 0;
    sr_sent sent = sr_stream_begin(&gst, sr_pointer(feed), appsrcs, patience_ns, &base_ns);
    (*env)->SetLongArrayRegion(env, into, 0, 1, &(jlong){base_ns});
    return (jint)sent;
}

static jint send(JNIEnv *env, jclass type, jlongArray functions, jlong feed, jlong video, jlong sound, jlong base_ns,
                 jlong patience_ns, jlongArray into) {
    (void)type;
    sr_replay_gst gst = sr_jni_replay_functions(env, functions);
    void *const appsrcs[] = {sr_pointer(video), sr_pointer(sound)};
    if ((*env)->ExceptionCheck(env))
        return SR_SENT_NOTHING;
    sr_stream_packet packet = {0};
    sr_sent sent = sr_stream_send(&gst, sr_pointer(feed), appsrcs, base_ns, patience_ns, &packet);
    jlong values[] = {packet.size_bytes, packet.frames};
    (*env)->SetLongArrayRegion(env, into, 0, sizeof values / sizeof values[0], values);
    return (jint)sent;
}

static const JNINativeMethod methods[] = {
    {"create", "(JJJ)J", create},   {"release", "(J)V", release},
    {"restart", "(J)V", restart},   {"giveUp", "(J)V", give_up},
    {"lost", "(J)J", lost},         {"begin", "([JJJJJ[J)I", begin},
    {"send", "([JJJJJJ[J)I", send}, {"waitingBytes", "(J)J", waiting_bytes},
};

jint sr_jni_register_stream(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/StreamNative", methods,
                           sizeof methods / sizeof methods[0]);
}
