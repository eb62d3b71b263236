package io.github.stagerecorder;

/** A while in which no GL context is current, or another one that {@code body} makes current. */
final class NoContext {
    private NoContext() {}

    /** Makes the present context current again at the end. */
    static void during(Runnable body) {
        CurrentContext present = CurrentContext.now();
        present.release();
        try {
            body.run();
        } finally {
            present.make();
        }
    }
}
