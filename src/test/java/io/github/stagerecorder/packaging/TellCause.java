package io.github.stagerecorder.packaging;

import io.github.stagerecorder.StageRecorder;

/** A whole program: it prints why recording cannot work. */
final class TellCause {
    private TellCause() {}

    public static void main(String[] arguments) {
        System.out.println(StageRecorder.isAvailable() + " " + StageRecorder.unavailabilityCause());
        System.exit(0);
    }
}
