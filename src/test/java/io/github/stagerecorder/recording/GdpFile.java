package io.github.stagerecorder.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording through {@link #DESCRIPTION} stores the buffers that entered the encoder bin, unchanged. Their times are
 * in nanoseconds, while every real container rounds them to its own unit.
 */
public final class GdpFile {
    /** The pipeline to record with. */
    public static final String DESCRIPTION = "gdppay";

    private static final int HEADER_BYTES = 62;
    private static final int TYPE_AT = 4;
    private static final int LENGTH_AT = 6;
    private static final int PTS_AT = 10;
    private static final int DURATION_AT = 18;
    private static final int TYPE_BUFFER = 1;

    private final List<Long> ptsNs = new ArrayList<>();
    private final List<Long> durationNs = new ArrayList<>();

    private GdpFile(ByteBuffer packets) {
        for (int at = 0; at < packets.limit(); at += HEADER_BYTES + packets.getInt(at + LENGTH_AT)) {
            if (packets.getShort(at + TYPE_AT) == TYPE_BUFFER) {
                ptsNs.add(packets.getLong(at + PTS_AT));
                durationNs.add(packets.getLong(at + DURATION_AT));
            }
        }
    }

    public static GdpFile read(Path file) throws IOException {
        return new GdpFile(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    /** Returns the PTS of each buffer, in the order of arrival. */
    public List<Long> ptsNs() {
        return ptsNs;
    }

    /** Returns the duration of each buffer, in the order of arrival. */
    public List<Long> durationNs() {
        return durationNs;
    }
}
