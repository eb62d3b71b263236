package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.encode.GStreamer;
import io.github.stagerecorder.jni.NativeModule;

/** Whether recording can work here at all: the native module and GStreamer. */
final class Availability {
    private Availability() {}

    /** @throws RecordingException of kind UNAVAILABLE */
    static void require() {
        try {
            NativeModule.load();
            GStreamer.require();
        } catch (EncodeException e) {
            throw RecordingException.of(e);
        } catch (LinkageError | IllegalCallerException e) { // the latter where native access is denied
            throw new RecordingException(
                    RecordingException.Kind.UNAVAILABLE,
                    "the native module cannot be loaded: " + e.getMessage(),
                    e,
                    null);
        }
    }

    /** @return null when it can; never throws */
    static Throwable cause() {
        try {
            require();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return e;
        }
    }
}
