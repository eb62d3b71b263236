/* GStreamer's functions for a replay and a stream, as Java hands them over. */
#ifndef JNI_REPLAY_H
#define JNI_REPLAY_H

#include "sr_replay.h"

#include <jni.h>

/* `functions` holds the addresses in the order of sr_replay_gst's members. Leaves a Java exception if it is shorter. */
sr_replay_gst sr_jni_replay_functions(JNIEnv *env, jlongArray functions);

#endif
