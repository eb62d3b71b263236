package io.github.stagerecorder.plan;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;

/** Words for a virtual machine that denies native access: {@code --illegal-native-access=deny}, since JDK 24. */
final class NativeAccess {
    private NativeAccess() {}

    /** Returns whether that is why something failed. A class that failed in its initialiser keeps only the name. */
    static boolean isDenied(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof IllegalCallerException
                    || String.valueOf(e.getMessage()).contains(IllegalCallerException.class.getName())) {
                return true;
            }
        }
        return false;
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
