package io.github.stagerecorder.soak;

/** The programs that are compared. */
enum SoakKind {
    /** Draws and reads, and records nothing. */
    READ("draw and read only"),
    /** Records in real time, dropping frames when the pool is full. */
    DROP("record, real time, DROP"),
    /** Records every frame, waiting when the pool is full. */
    WAIT("record, every frame, WAIT");

    final String title;

    SoakKind(String title) {
        this.title = title;
    }
}
