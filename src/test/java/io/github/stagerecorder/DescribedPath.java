package io.github.stagerecorder;

import java.nio.file.Path;

/** A path as a pipeline description takes it: without backslashes, which escape there. */
public final class DescribedPath {
    private DescribedPath() {}

    public static String of(Path path) {
        return path.toString().replace('\\', '/');
    }
}
