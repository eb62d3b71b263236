package io.github.stagerecorder;

import io.github.stagerecorder.report.FileFacts;
import java.nio.file.Path;

/** What is recorded into a file that was started, and how. Immutable. */
public final class StartedFile {
    private final FileFacts facts;

    StartedFile(FileFacts facts) {
        this.facts = facts;
    }

    /** Returns the file's path; null if only a replay is kept, or the
     * description ends in its own sink. */
    public Path path() {
        return facts.path();
    }

    /** Returns the width of the file's pictures. */
    public int widthPx() {
        return facts.widthPx();
    }

    /** Returns the height of the file's pictures. */
    public int heightPx() {
        return facts.heightPx();
    }

    /** Returns the file's frame rate in frames per second. */
    public double frameRate() {
        return (double) facts.rate().numerator() / facts.rate().denominator();
    }

    /** Returns GStreamer's names of the encoding elements in use. */
    public String encoder() {
        return facts.description().encoder();
    }

    /** Returns how pixels are read back and in which format, such as "client BGRx". */
    public String readStrategy() {
        return facts.description().readStrategy();
    }

    /** Returns how pixels are converted for the pipeline, such as "kernel avx2 BGRx to I420". */
    public String conversion() {
        return facts.description().conversion();
    }

    /** Returns one line for a log. */
    @Override
    public String toString() {
        return facts.toString();
    }
}
