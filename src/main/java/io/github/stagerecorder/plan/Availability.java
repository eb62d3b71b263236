package io.github.stagerecorder.plan;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.jni.NativeModule;

/** Checks whether the native module and GStreamer can be used here. */
public final class Availability {
    private Availability() {}

    /** @throws RecordingException of kind UNAVAILABLE if they cannot */
    public static void require() {
        require(() -> {
            NativeModule.load(); // first: where it loads from decides where JNA unpacks its own library
            Encoders.requireGStreamer();
        });
    }

    /** @throws RecordingException of kind UNAVAILABLE if the native module cannot be used */
    public static void requireNativeModule() {
        require(NativeModule::load);
    }

    private static void require(Runnable loading) {
        try {
            loading.run();
        } catch (RecordingException | LinkageError | IllegalCallerException e) {
            throw NativeAccess.isDenied(e) ? NativeAccess.refusal(e) : unavailable(e);
        }
    }

    private static RecordingException unavailable(Throwable e) {
        return e instanceof RecordingException refusal
                ? refusal
                : new RecordingException(
                        FailureKind.UNAVAILABLE, "the native module cannot be loaded: " + e.getMessage(), e);
    }

    /** Returns why recording cannot work here, or null if it can. It never throws. */
    public static Throwable cause() {
        try {
            require();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return e;
        }
    }
}
