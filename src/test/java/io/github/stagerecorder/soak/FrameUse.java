package io.github.stagerecorder.soak;

/** What happens to each frame after it is drawn. */
interface FrameUse extends AutoCloseable {
    void use();

    /** Returns the memory that is allowed in addition to the program's own. */
    long poolBytes();

    /** Returns the number of frames that were used, not dropped. */
    long taken();

    @Override
    void close();
}
