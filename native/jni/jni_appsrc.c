#include "jni_register.h"
#include "sr_appsrc.h"
#include "sr_os.h"

#include <stdlib.h>
#include <string.h>

/* `functions` holds the addresses in the order of sr_gst's members. */
static jlong create(JNIEnv *env, jclass type, jlongArray functions, jlong element) {
    (void)type;
    sr_appsrc *appsrc = calloc(1, sizeof *appsrc);
    if (appsrc == NULL)
        return 0;
    jlong addresses[sizeof(sr_gst) / sizeof(void *)];
    (*env)->GetLongArrayRegion(env, functions, 0, sizeof addresses / sizeof addresses[0], addresses);
    if ((*env)->ExceptionCheck(env)) {
        free(appsrc);
        return 0;
    }
    memcpy(&appsrc->gst, addresses, sizeof addresses);
    appsrc->element = sr_pointer(element);
    return sr_handle(appsrc);
}

static void release(JNIEnv *env, jclass type, jlong appsrc) {
    (void)env, (void)type;
    free(sr_pointer(appsrc));
}

static jboolean check_abi(JNIEnv *env, jclass type, jlong appsrc) {
    (void)env, (void)type;
    return sr_appsrc_check_abi(&((const sr_appsrc *)sr_pointer(appsrc))->gst);
}

static void set_turns(JNIEnv *env, jclass type, jlong appsrc, jboolean turns) {
    (void)env, (void)type;
    ((sr_appsrc *)sr_pointer(appsrc))->turns = turns == JNI_TRUE;
}

static jint push(JNIEnv *env, jclass type, jlong appsrc, jlong slot, jboolean keep) {
    (void)env, (void)type;
    return sr_appsrc_push(sr_pointer(appsrc), sr_pointer(slot), keep == JNI_TRUE);
}

static jint repeat(JNIEnv *env, jclass type, jlong appsrc, jlong slot, jlong pts_ns, jlong duration_ns) {
    (void)env, (void)type;
    return sr_appsrc_repeat(sr_pointer(appsrc), sr_pointer(slot), pts_ns, duration_ns);
}

static void wait_its_turn(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    sr_os_wait_its_turn();
}

static const JNINativeMethod methods[] = {
    {"waitItsTurn", "()V", wait_its_turn}, {"create", "([JJ)J", create},     {"release", "(J)V", release},
    {"checkAbi", "(J)Z", check_abi},       {"setTurns", "(JZ)V", set_turns}, {"push", "(JJZ)I", push},
    {"repeat", "(JJJJ)I", repeat},
};

jint sr_jni_register_appsrc(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/AppSrcNative", methods,
                           sizeof methods / sizeof methods[0]);
}
