package io.github.stagerecorder;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Bytes of each frame, by who wrote them.
 *
 * @param frameBytes what one frame has
 * @param readBytes copied by the GL driver into a slot: the read itself, if the driver reads by memcpy
 * @param copiedBytes copied by anyone else on the render or the encoder thread, from a slot or into one
 * @param behindBytes copied by other threads: the bin's own business
 * @param foreignBytes seen at the bin's input, and not in a slot
 * @param copiers who copied them
 */
record CopyFigures(
        long frameBytes, long readBytes, long copiedBytes, long behindBytes, long foreignBytes, String copiers) {
    private static final String MARK = "copies:";

    /** For the process that counts. */
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

    /** @throws IllegalStateException if the output has no such line */
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
