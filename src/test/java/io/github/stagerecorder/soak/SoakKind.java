package io.github.stagerecorder.soak;

/** The programs that are compared. */
enum SoakKind {
    /** Draws and reads, and records nothing. */
    READ("draw and read only"),
    /** Records in real time and drops frames when the pool is full. */
    DROP("record, real time, DROP"),
    /** Records every frame and waits when the pool is full. */
    WAIT("record, every frame, WAIT");

    final String title;

    SoakKind(String title) {
        this.title = title;
    }
}
