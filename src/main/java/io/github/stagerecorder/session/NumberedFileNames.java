package io.github.stagerecorder.session;

import io.github.stagerecorder.file.FileClaim;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Finds the names of a session's files: stage.mp4, stage-2.mp4, stage-3.mp4.
 *
 * @param recording tells the session's claims of files from those of others
 */
record NumberedFileNames(Path first, boolean overwrite, Object recording) {
    private static final int LONGEST_BYTES = 255;

    /** Returns the lowest number, starting at {@code from}, whose file does not exist or may be replaced. */
    int free(int from) {
        int number = from;
        while (!overwrite && isTaken(path(number))) {
            number++;
        }
        return number;
    }

    private boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) || FileClaim.isTaken(file, recording);
    }

    Path path(int number) {
        String name = first.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return number == 1
                ? first
                : first.resolveSibling(shortened(name.substring(0, dot), "-" + number + name.substring(dot)));
    }

    /** Cuts the end of the stem so that the name is not too long for the file system, where the first name was not. */
    private static String shortened(String stem, String end) {
        String cut = stem;
        while (cut.length() > 1 && (cut + end).getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + end;
    }
}
