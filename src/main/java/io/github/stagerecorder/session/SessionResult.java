package io.github.stagerecorder.session;

import java.util.List;

/** How a recording ended: its files, at least one, and what was counted in all. Immutable. */
public record SessionResult(List<FileResult> files, Counts counts) {}
