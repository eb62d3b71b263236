package io.github.stagerecorder.plan;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;

/** Detects a virtual machine that denies native access: {@code --illegal-native-access=deny}, since JDK 24. */
final class NativeAccess {
    /** Kept, because a class whose initialiser has failed does not tell the cause a second time. */
    private static volatile boolean denied;

    private NativeAccess() {}

    /** Returns whether this failure, or one before it, is a denial. */
    static boolean isDenied(Throwable failure) {
        for (Throwable e = failure; e != null && !denied; e = e.getCause()) {
            denied = e instanceof IllegalCallerException;
        }
        return denied;
    }

    static RecordingException refusal(Throwable cause) {
        boolean inModule = NativeAccess.class.getModule().isNamed();
        String remedy = inModule
                ? "--enable-native-access=io.github.stagerecorder,com.sun.jna"
                : "--enable-native-access=ALL-UNNAMED, or put the line Enable-Native-Access: ALL-UNNAMED into the"
                        + " manifest of the jar that java -jar starts";
        return new RecordingException(
                FailureKind.UNAVAILABLE, "Java denies native access: start it with " + remedy, cause);
    }
}
