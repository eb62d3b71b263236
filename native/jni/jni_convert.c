#include "jni_register.h"
#include "sr_convert.h"
#include "sr_slot.h"

static jint best_level(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    return (jint)sr_convert_best_level();
}

static jlong frame_bytes(JNIEnv *env, jclass type, jint width_px, jint height_px, jboolean nv12) {
    (void)env, (void)type;
    return (jlong)sr_convert_frame_bytes(width_px, height_px, nv12 == JNI_TRUE);
}

static void convert(JNIEnv *env, jclass type, jlong source, jlong planes, jint width_px, jint height_px,
                    jboolean rgba_order, jboolean nv12, jboolean bt709, jint level) {
    (void)env, (void)type;
    sr_conversion conversion = {width_px, height_px, rgba_order == JNI_TRUE, nv12 == JNI_TRUE, bt709 == JNI_TRUE};
    sr_convert_planes(&conversion, (sr_convert_level)level, ((const sr_slot *)sr_pointer(source))->pixels,
                      ((const sr_slot *)sr_pointer(planes))->pixels);
}

static const JNINativeMethod methods[] = {
    {"bestLevel", "()I", best_level},
    {"frameBytes", "(IIZ)J", frame_bytes},
    {"convert", "(JJIIZZZI)V", convert},
};

jint sr_jni_register_convert(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/ConvertNative", methods,
                           sizeof methods / sizeof methods[0]);
}
