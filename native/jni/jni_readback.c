#include "jni_register.h"
#include "sr_context.h"
#include "sr_driver.h"
#include "sr_framebuffer.h"
#include "sr_selection.h"
#include "sr_transfer.h"

#include <stdlib.h>

static jlong resolve(JNIEnv *env, jclass type, jint selection, jint framebuffer) {
    (void)env, (void)type;
    sr_gl *gl = malloc(sizeof *gl);
    if (gl == NULL || (!sr_context_resolve(gl) && gl->context == NULL)) {
        free(gl);
        return 0;
    }
    gl->selection = (sr_selection){(sr_selection_kind)selection, (unsigned int)framebuffer};
    return sr_handle(gl);
}

static jstring obstacle(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    const sr_gl *gl = sr_pointer(handle);
    return gl->obstacle[0] == '\0' ? NULL : (*env)->NewStringUTF(env, gl->obstacle);
}

static jboolean mark(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    return sr_context_mark(sr_pointer(gl));
}

static void release(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    sr_context_release(sr_pointer(gl));
    free(sr_pointer(gl));
}

static jboolean is_current(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    return sr_context_is_current(sr_pointer(gl));
}

static jboolean is_gone(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    return sr_context_is_gone(sr_pointer(gl));
}

static jintArray version(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    const sr_gl *gl = sr_pointer(handle);
    const jint members[] = {gl->es, gl->major, gl->minor, sr_driver_hash(gl)};
    return sr_jni_ints(env, members, 4);
}

static jboolean reads_bgra(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    return ((const sr_gl *)sr_pointer(gl))->read_bgra;
}

static jboolean has_row_length(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    return ((const sr_gl *)sr_pointer(gl))->pack_layout;
}

static jint framebuffer_name(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    return sr_selection_name(sr_pointer(gl));
}

static jintArray inspect(JNIEnv *env, jclass type, jlong gl) {
    (void)type;
    sr_framebuffer info;
    sr_framebuffer_inspect(sr_pointer(gl), &info);
    return sr_jni_ints(env, (const jint *)&info, sizeof info / sizeof(jint));
}

static jintArray limits(JNIEnv *env, jclass type, jlong gl) {
    (void)type;
    jint sizes[2];
    sr_framebuffer_limits(sr_pointer(gl), &sizes[0], &sizes[1]);
    return sr_jni_ints(env, sizes, 2);
}

static jlong open_reader(JNIEnv *env, jclass type, jlong gl, jint x_px, jint y_px, jint width_px, jint height_px,
                         jint picture_width_px, jint picture_height_px, jint format, jint source, jint matrix,
                         jint range) {
    (void)env, (void)type;
    const sr_area area = {x_px, y_px, width_px, height_px, picture_width_px, picture_height_px, &sr_formats[format]};
    const sr_colour colour = {(sr_matrix)matrix, (sr_range)range};
    sr_reader *reader = malloc(sizeof *reader);
    if (reader != NULL && !sr_reader_open(reader, sr_pointer(gl), &area, (sr_source_kind)source, colour)) {
        free(reader);
        reader = NULL;
    }
    return sr_handle(reader);
}

static jint begin_tile(JNIEnv *env, jclass type, jlong transfer, jint framebuffer, jint x_px, jint y_px, jint width_px,
                       jint height_px, jint at_x_px, jint at_y_px, jint frame_width_px, jint frame_height_px,
                       jint picture_width_px, jint picture_height_px, jint format, jboolean first) {
    (void)env, (void)type;
    const sr_area area = {x_px, y_px, width_px, height_px, picture_width_px, picture_height_px, &sr_formats[format]};
    const sr_position at = {at_x_px, at_y_px};
    return (jint)sr_transfer_begin_tile(sr_pointer(transfer), framebuffer, &area, at, frame_width_px, frame_height_px,
                                        first);
}

static void close_reader(JNIEnv *env, jclass type, jlong reader) {
    (void)env, (void)type;
    sr_reader_close(sr_pointer(reader));
    free(sr_pointer(reader));
}

static jboolean supports(JNIEnv *env, jclass type, jlong gl, jint strategy) {
    (void)env, (void)type;
    return sr_strategy_supported(sr_pointer(gl), (sr_strategy)strategy);
}

static jboolean uses_driver_memory(JNIEnv *env, jclass type, jint strategy) {
    (void)env, (void)type;
    return sr_strategy_uses_driver_memory((sr_strategy)strategy);
}

static jlong open_transfer(JNIEnv *env, jclass type, jlong gl, jint strategy, jlong slot, jlong size_bytes) {
    (void)env, (void)type;
    return sr_handle(sr_transfer_open(sr_pointer(gl), (sr_strategy)strategy, sr_pointer(slot), (size_t)size_bytes));
}

static void close_transfer(JNIEnv *env, jclass type, jlong transfer) {
    (void)env, (void)type;
    sr_transfer_close(sr_pointer(transfer));
}

static jint begin(JNIEnv *env, jclass type, jlong transfer, jlong reader, jlong watch) {
    (void)env, (void)type;
    return (jint)sr_transfer_begin_watched(sr_pointer(transfer), sr_pointer(reader), sr_pointer(watch));
}

static jlong open_watch(JNIEnv *env, jclass type, jlong gl) {
    (void)env, (void)type;
    sr_watch *watch = malloc(sizeof *watch);
    if (watch != NULL)
        *watch = (sr_watch){.gl = sr_pointer(gl)};
    return sr_handle(watch);
}

static void close_watch(JNIEnv *env, jclass type, jlong watch) {
    (void)env, (void)type;
    free(sr_pointer(watch));
}

static void look(JNIEnv *env, jclass type, jlong handle, jintArray members) {
    (void)type;
    sr_watch *watch = sr_pointer(handle);
    sr_watch_look(watch);
    (*env)->SetIntArrayRegion(env, members, 0, sizeof watch->known / sizeof(jint), (const jint *)&watch->known);
}

static jint poll(JNIEnv *env, jclass type, jlong transfer, jlong timeout_ns) {
    (void)env, (void)type;
    return (jint)sr_transfer_poll(sr_pointer(transfer), timeout_ns);
}

static const JNINativeMethod methods[] = {
    {"resolve", "(II)J", resolve},
    {"obstacle", "(J)Ljava/lang/String;", obstacle},
    {"mark", "(J)Z", mark},
    {"release", "(J)V", release},
    {"isCurrent", "(J)Z", is_current},
    {"isGone", "(J)Z", is_gone},
    {"version", "(J)[I", version},
    {"readsBgra", "(J)Z", reads_bgra},
    {"hasRowLength", "(J)Z", has_row_length},
    {"framebufferName", "(J)I", framebuffer_name},
    {"inspect", "(J)[I", inspect},
    {"limits", "(J)[I", limits},
    {"openReader", "(JIIIIIIIIII)J", open_reader},
    {"closeReader", "(J)V", close_reader},
    {"supports", "(JI)Z", supports},
    {"usesDriverMemory", "(I)Z", uses_driver_memory},
    {"openTransfer", "(JIJJ)J", open_transfer},
    {"closeTransfer", "(J)V", close_transfer},
    {"begin", "(JJJ)I", begin},
    {"openWatch", "(J)J", open_watch},
    {"closeWatch", "(J)V", close_watch},
    {"look", "(J[I)V", look},
    {"beginTile", "(JIIIIIIIIIIIIZ)I", begin_tile},
    {"poll", "(JJ)I", poll},
};

jint sr_jni_register_readback(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/ReadbackNative", methods,
                           sizeof methods / sizeof methods[0]);
}
