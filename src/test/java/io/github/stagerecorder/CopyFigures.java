package io.github.stagerecorder;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The bytes of each frame, by the code that wrote them.
 *
 * @param frameBytes the size of one frame
 * @param readBytes the bytes that the GL driver copied into a slot: the read itself, if the driver reads by memcpy
 * @param copiedBytes the bytes that any other code on the render or the encoder thread copied from or into a slot
 * @param behindBytes the bytes that other threads copied, which is the bin's business
 * @param foreignBytes the bytes that arrived at the bin's input outside any slot
 * @param copiers the code that copied them
 */
record CopyFigures(
        long frameBytes, long readBytes, long copiedBytes, long behindBytes, long foreignBytes, String copiers) {
    private static final String MARK = "copies:";

    /** Formats the figures for the parent process. */
    String line() {
        return String.join(
                " ",
                MARK,
                "" + frameBytes,
                "" + readBytes,
                "" + copiedBytes,
                "" + behindBytes,
                "" + foreignBytes,
                copiers.isEmpty() ? "nobody" : copiers);
    }

    /** @throws IllegalStateException if the output has no line of figures */
    static CopyFigures find(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no figures in:\n" + output));
        String[] words = line.split(" ");
        long[] bytes =
                Arrays.stream(words).skip(1).limit(5).mapToLong(Long::parseLong).toArray();
        String copiers = Arrays.stream(words).skip(6).collect(Collectors.joining(" "));
        return new CopyFigures(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], copiers);
    }
}
