package io.github.stagerecorder.session;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The names of a session's files: stage.mp4, stage-2.mp4, stage-3.mp4. */
record NumberedFileNames(Path first, boolean overwrite) {
    /** Returns the lowest number, starting at {@code from}, whose file does not exist or may be replaced. */
    int free(int from) {
        int number = from;
        while (!overwrite && Files.exists(path(number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return number;
    }

    Path path(int number) {
        String name = first.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return number == 1 ? first : first.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }
}
