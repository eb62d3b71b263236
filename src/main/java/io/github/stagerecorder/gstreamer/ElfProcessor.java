package io.github.stagerecorder.gstreamer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells libraries for other processors, on Linux. Its loader says of most of them that there is no such file. */
final class ElfProcessor {
    private static final Path THIS_PROGRAM = Path.of("/proc/self/exe");
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
    /** Of the head: whether it has 32 or 64 bits, the order of bytes, and the processor. */
    private static final int HEAD_BYTES = 20;

    private ElfProcessor() {}

    /** Returns whether a library is certainly for another processor than this process. */
    static boolean isAnother(String library) {
        try {
            byte[] theirs = processor(Path.of(library));
            return theirs.length > 0 && !Arrays.equals(theirs, processor(THIS_PROGRAM));
        } catch (IOException e) {
            return false; // the system's loader tells why
        }
    }

    /** Returns the bytes that name the processor; none where the file is of another format. */
    private static byte[] processor(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] head = content.readNBytes(HEAD_BYTES);
            return head.length == HEAD_BYTES && Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length))
                    ? new byte[] {head[4], head[5], head[18], head[19]}
                    : new byte[0];
        }
    }
}
