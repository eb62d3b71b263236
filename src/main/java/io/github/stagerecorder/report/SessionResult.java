package io.github.stagerecorder.report;

import java.util.List;

/** How a recording ended: its files, of which there is at least one, and the counts of all together. Immutable. */
public record SessionResult(List<FileResult> files, Counts counts) {
    /** Returns the files into which something was captured; the first file if there are none. */
    public List<FileResult> begunFiles() {
        List<FileResult> begun =
                files.stream().filter(file -> !file.isUnbegun()).toList();
        return begun.isEmpty() ? files.subList(0, 1) : begun;
    }

    /** Returns whether every frame that was taken is in a file. */
    public boolean isComplete() {
        return begunFiles().stream().allMatch(FileResult::isComplete);
    }

    /** Returns the length that is certain to play, in nanoseconds, of all files together. */
    public long playableUntilNs() {
        return begunFiles().stream().mapToLong(FileResult::playableUntilNs).sum();
    }
}
