#include "jni_register.h"
#include "sr_convert.h"
#include "sr_format.h"
#include "sr_slot.h"

static jint best_level(JNIEnv *env, jclass type) {
    (void)env, (void)type;
    return (jint)sr_convert_best_level();
}

static jlong frame_bytes(JNIEnv *env, jclass type, jint width_px, jint height_px, jboolean nv12) {
    (void)env, (void)type;
    return (jlong)sr_convert_frame_bytes(width_px, height_px, nv12 == JNI_TRUE);
}

static void convert(JNIEnv *env, jclass type, jlong source, jlong planes, jint matrix, jint range, jint level) {
    (void)env, (void)type;
    const sr_slot *from = sr_pointer(source), *to = sr_pointer(planes);
    sr_conversion conversion = {.width_px = (int)to->shared->width_px,
                                .height_px = (int)to->shared->height_px,
                                .rgba_order = from->shared->format == SR_RGBX,
                                .nv12 = to->shared->format == SR_NV12,
                                .colour = {(sr_matrix)matrix, (sr_range)range}};
    sr_convert_planes(&conversion, (sr_convert_level)level, from->pixels, to->pixels);
}

static const JNINativeMethod methods[] = {
    {"bestLevel", "()I", best_level},
    {"frameBytes", "(IIZ)J", frame_bytes},
    {"convert", "(JJIII)V", convert},
};

jint sr_jni_register_convert(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/ConvertNative", methods,
                           sizeof methods / sizeof methods[0]);
}
