#include "jni_register.h"
#include "sr_fragments.h"

#include <string.h>

/* `functions` holds the addresses in the order of sr_fragments_gst's members. */
static jboolean watch(JNIEnv *env, jclass type, jlongArray functions, jlong pad) {
    (void)type;
    jlong addresses[sizeof(sr_fragments_gst) / sizeof(void *)];
    sr_fragments_gst gst;
    (*env)->GetLongArrayRegion(env, functions, 0, sizeof addresses / sizeof addresses[0], addresses);
    if ((*env)->ExceptionCheck(env))
        return JNI_FALSE;
    memcpy(&gst, addresses, sizeof addresses);
    return sr_fragments_watch(&gst, sr_pointer(pad)) != 0;
}

static const JNINativeMethod methods[] = {{"watch", "([JJ)Z", watch}};

jint sr_jni_register_fragments(JNIEnv *env) {
    return sr_jni_register(env, "io/github/stagerecorder/jni/FragmentsNative", methods,
                           sizeof methods / sizeof methods[0]);
}
