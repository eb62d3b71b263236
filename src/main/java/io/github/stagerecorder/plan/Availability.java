package io.github.stagerecorder.plan;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoders;
import io.github.stagerecorder.jni.NativeModule;

/** Whether recording can work here at all: the native module and GStreamer. */
public final class Availability {
    private Availability() {}

    /** @throws RecordingException of kind UNAVAILABLE */
    public static void require() {
        try {
            NativeModule.load();
            Encoders.requireGStreamer();
        } catch (LinkageError | IllegalCallerException e) { // the latter where native access is denied
            throw new RecordingException(
                    FailureKind.UNAVAILABLE, "the native module cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** @return null when it can; never throws */
    public static Throwable cause() {
        try {
            require();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return e;
        }
    }
}
