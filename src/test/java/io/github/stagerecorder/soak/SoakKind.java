package io.github.stagerecorder.soak;

/** The programs that are compared. */
enum SoakKind {
    /** Draws and reads, and records nothing. */
    READ("draw and read only", 0),
    /** Records in real time and drops frames when the pool is full. */
    DROP("record, real time, DROP", 0),
    /** Records every frame and waits when the pool is full. */
    WAIT("record, every frame, WAIT", 0),
    /** Does the same, and keeps a replay whose budget is soon full. */
    REPLAY("record and keep a replay", 4 << 20);

    final String title;
    final long replayBytes;

    SoakKind(String title, long replayBytes) {
        this.title = title;
        this.replayBytes = replayBytes;
    }
}
