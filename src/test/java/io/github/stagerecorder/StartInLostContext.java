package io.github.stagerecorder;

import java.nio.file.Path;

/** Starts a recording in the context of the EGL library that is named. A separate program. */
final class StartInLostContext {
    private StartInLostContext() {}

    /** @param args the library and the file */
    public static void main(String[] args) {
        System.load(args[0]);
        try {
            StageRecorder.builder(Path.of(args[1])).size(64, 48).start();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
