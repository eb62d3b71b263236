package io.github.stagerecorder.report;

import java.util.List;

/** How a recording ended: its files, of which there is at least one, and the counts of all together. Immutable. */
public record SessionResult(List<FileResult> files, Counts counts) {}
