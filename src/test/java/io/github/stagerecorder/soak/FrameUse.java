package io.github.stagerecorder.soak;

/** What happens to each frame once it is drawn. */
interface FrameUse extends AutoCloseable {
    void use();

    /** Memory that is allowed for on top of the program's own. */
    long poolBytes();

    /** Frames that were used, and not dropped. */
    long taken();

    @Override
    void close();
}
