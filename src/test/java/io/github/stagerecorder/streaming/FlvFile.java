package io.github.stagerecorder.streaming;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packets of an FLV file. */
final class FlvFile {
    private static final int HEADER_BYTES = 9;
    private static final int SIZE_BYTES = 4; // of the packet before
    private static final int TAG_BYTES = 11;
    private static final int VIDEO = 9;
    private static final int SECOND_MS = 1000;

    private FlvFile() {}

    /** Returns how many bytes of picture there are in each whole second. */
    static List<Integer> videoBytesOfEachSecond(Path file) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file));
        List<Integer> seconds = new ArrayList<>();
        data.position(HEADER_BYTES + SIZE_BYTES);
        while (data.remaining() >= TAG_BYTES) {
            int head = data.getInt();
            int time = data.getInt();
            int timeMs = time >>> 8 | (time & 0xff) << 24;
            int sizeBytes = head & 0xffffff;
            if (head >>> 24 == VIDEO) {
                while (seconds.size() <= timeMs / SECOND_MS) {
                    seconds.add(0);
                }
                seconds.set(timeMs / SECOND_MS, seconds.get(timeMs / SECOND_MS) + sizeBytes);
            }
            data.position(Math.min(data.limit(), data.position() + 3 + sizeBytes + SIZE_BYTES));
        }
        return seconds.subList(0, seconds.size() - 1);
    }
}
