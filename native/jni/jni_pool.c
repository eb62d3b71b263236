#include "jni_register.h"
#include "sr_os.h"
#include "sr_slab.h"

#include <stddef.h>

static sr_pool_control *control_of(jlong pool) {
    return sr_pool_get_control(sr_pointer(pool));
}

static jlong create_pool(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    return sr_handle(sr_pool_create());
}

static void retire_pool(JNIEnv *env, jclass type, jlong pool) {
    (void)env, (void)type;
    sr_pool_retire(sr_pointer(pool));
}

static jobject control(JNIEnv *env, jclass type, jlong pool) {
    (void)type;
    return (*env)->NewDirectByteBuffer(env, control_of(pool), sizeof(sr_pool_control));
}

static jintArray control_offsets(JNIEnv *env, jclass type) {
    (void)type;
    const jint offsets[] = {
        offsetof(sr_pool_control, released.count),
        offsetof(sr_pool_control, queued.count),
        offsetof(sr_pool_control, queued.sleepers),
        offsetof(sr_pool_control, delivered),
        offsetof(sr_pool_control, lost),
        offsetof(sr_pool_control, mapped_bytes),
        offsetof(sr_pool_control, discarding),
    };
    return sr_jni_ints(env, offsets, sizeof offsets / sizeof offsets[0]);
}

static jintArray slot_offsets(JNIEnv *env, jclass type) {
    (void)type;
    const jint offsets[] = {
        sizeof(sr_slot_shared),
        offsetof(sr_slot_shared, state),
        offsetof(sr_slot_shared, format),
        offsetof(sr_slot_shared, pts_ns),
        offsetof(sr_slot_shared, duration_ns),
        offsetof(sr_slot_shared, size_bytes),
        offsetof(sr_slot_shared, width_px),
        offsetof(sr_slot_shared, height_px),
        offsetof(sr_slot_shared, bottom_up),
    };
    return sr_jni_ints(env, offsets, sizeof offsets / sizeof offsets[0]);
}

static jlong create_slab(JNIEnv *env, jclass type, jlong pool, jint slot_count, jlong slot_bytes) {
    (void)env, (void)type;
    return sr_handle(sr_slab_create(sr_pointer(pool), (uint32_t)slot_count, (size_t)slot_bytes));
}

static jlong create_driver_slab(JNIEnv *env, jclass type, jlong pool, jint slot_count, jlong slot_bytes) {
    (void)env, (void)type;
    return sr_handle(sr_slab_create_for_driver(sr_pointer(pool), (uint32_t)slot_count, (size_t)slot_bytes));
}

static void populate_slab(JNIEnv *env, jclass type, jlong slab, jint slot_count) {
    (void)env, (void)type;
    sr_slab_populate(sr_pointer(slab), (uint32_t)slot_count);
}

static void retain_slab(JNIEnv *env, jclass type, jlong slab) {
    (void)env, (void)type;
    sr_slab_retain(sr_pointer(slab));
}

static void retire_slab(JNIEnv *env, jclass type, jlong slab) {
    (void)env, (void)type;
    sr_slab_retire(sr_pointer(slab));
}

static jobject slots(JNIEnv *env, jclass type, jlong slab, jint slot_count) {
    (void)type;
    return (*env)->NewDirectByteBuffer(env, sr_slab_shared(sr_pointer(slab)),
                                       (jlong)slot_count * (jlong)sizeof(sr_slot_shared));
}

static jlong slot_handle(JNIEnv *env, jclass type, jlong slab, jint index) {
    (void)env, (void)type;
    return sr_handle(sr_slab_slots(sr_pointer(slab)) + index);
}

static jobject pixels(JNIEnv *env, jclass type, jlong slot, jlong size_bytes) {
    (void)type;
    return (*env)->NewDirectByteBuffer(env, ((sr_slot *)sr_pointer(slot))->pixels, size_bytes);
}

static jlong address(JNIEnv *env, jclass type, jobject direct) {
    (void)type;
    return sr_handle((*env)->GetDirectBufferAddress(env, direct));
}

static void release_hold(JNIEnv *env, jclass type, jlong slot) {
    (void)env, (void)type;
    sr_slot_release_hold(sr_pointer(slot));
}

static void signal_queued(JNIEnv *env, jclass type, jlong pool) {
    (void)env, (void)type;
    sr_event_signal(&control_of(pool)->queued);
}

static void signal_released(JNIEnv *env, jclass type, jlong pool) {
    (void)env, (void)type;
    sr_event_signal(&control_of(pool)->released);
}

static void wake_queued(JNIEnv *env, jclass type, jlong pool) {
    (void)env, (void)type;
    sr_event_wake(&control_of(pool)->queued);
}

static void nap_queued(JNIEnv *env, jclass type, jlong pool, jint seen, jlong nap_ns) {
    (void)env, (void)type;
    sr_event_nap(&control_of(pool)->queued, (uint32_t)seen, nap_ns);
}

static jboolean await_queued(JNIEnv *env, jclass type, jlong pool, jint seen, jlong timeout_ns) {
    (void)env, (void)type;
    return sr_event_await(&control_of(pool)->queued, (uint32_t)seen, timeout_ns);
}

static jboolean await_released(JNIEnv *env, jclass type, jlong pool, jint seen, jlong timeout_ns) {
    (void)env, (void)type;
    return sr_event_await(&control_of(pool)->released, (uint32_t)seen, timeout_ns);
}

static void trim_heap(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    sr_os_trim_heap();
}

static const JNINativeMethod methods[] = {
    {"trimHeap", "()V", trim_heap},
    {"populateSlab", "(JI)V", populate_slab},
    {"createPool", "()J", create_pool},
    {"retirePool", "(J)V", retire_pool},
    {"control", "(J)Ljava/nio/ByteBuffer;", control},
    {"controlOffsets", "()[I", control_offsets},
    {"slotOffsets", "()[I", slot_offsets},
    {"createSlab", "(JIJ)J", create_slab},
    {"createSlabForDriver", "(JIJ)J", create_driver_slab},
    {"retainSlab", "(J)V", retain_slab},
    {"retireSlab", "(J)V", retire_slab},
    {"slots", "(JI)Ljava/nio/ByteBuffer;", slots},
    {"slot", "(JI)J", slot_handle},
    {"pixels", "(JJ)Ljava/nio/ByteBuffer;", pixels},
    {"address", "(Ljava/nio/ByteBuffer;)J", address},
    {"releaseHold", "(J)V", release_hold},
    {"signalQueued", "(J)V", signal_queued},
    {"signalReleased", "(J)V", signal_released},
    {"wakeQueued", "(J)V", wake_queued},
    {"napQueued", "(JIJ)V", nap_queued},
    {"awaitQueued", "(JIJ)Z", await_queued},
    {"awaitReleased", "(JIJ)Z", await_released},
};

jint sr_jni_register_pool(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/PoolNative", methods, sizeof methods / sizeof methods[0]);
}
