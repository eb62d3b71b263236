package io.github.stagerecorder.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes Motion JPEG in AVI 1.0: headers, one chunk per picture, and an index of the chunks. Files can be up to 2 GB.
 */
final class AviFile implements AutoCloseable {
    private static final int HEADER_BYTES = 224;
    private static final int KEY_FRAME = 0x10;
    private static final int HAS_INDEX = 0x10;

    private final FileChannel channel;
    private final int widthPx;
    private final int heightPx;
    private final int fps;
    private final List<Integer> sizesBytes = new ArrayList<>();

    AviFile(Path file, int widthPx, int heightPx, int fps) throws IOException {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.fps = fps;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(HEADER_BYTES);
    }

    void add(byte[] jpeg) throws IOException {
        ByteBuffer chunk = little(8 + even(jpeg.length));
        put(chunk, "00dc").putInt(jpeg.length).put(jpeg);
        channel.write(chunk.clear());
        sizesBytes.add(jpeg.length);
    }

    @Override
    public void close() throws IOException {
        int dataBytes = (int) channel.position() - HEADER_BYTES;
        ByteBuffer index = index();
        channel.write(index);
        channel.write(header(dataBytes, index.capacity()), 0);
        channel.close();
    }

    private ByteBuffer index() {
        ByteBuffer index = little(8 + 16 * sizesBytes.size());
        put(index, "idx1").putInt(16 * sizesBytes.size());
        int offset = 4; // counted from the list's type
        for (int sizeBytes : sizesBytes) {
            put(index, "00dc").putInt(KEY_FRAME).putInt(offset).putInt(sizeBytes);
            offset += 8 + even(sizeBytes);
        }
        return index.flip();
    }

    private ByteBuffer header(int dataBytes, int indexBytes) {
        ByteBuffer header = little(HEADER_BYTES);
        put(header, "RIFF").putInt(HEADER_BYTES - 8 + dataBytes + indexBytes);
        put(put(put(header, "AVI "), "LIST").putInt(192), "hdrl");
        putMainHeader(header);
        put(put(header, "LIST").putInt(116), "strl");
        putStreamHeader(header);
        putStreamFormat(header);
        put(put(header, "LIST").putInt(4 + dataBytes), "movi");
        return header.flip();
    }

    private void putMainHeader(ByteBuffer header) {
        put(header, "avih")
                .putInt(56)
                .putInt(1_000_000 / fps)
                .putInt(0)
                .putInt(0)
                .putInt(HAS_INDEX)
                .putInt(sizesBytes.size())
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(widthPx)
                .putInt(heightPx)
                .put(new byte[16]);
    }

    private void putStreamHeader(ByteBuffer header) {
        put(put(put(header, "strh").putInt(56), "vids"), "MJPG")
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(1)
                .putInt(fps)
                .putInt(0)
                .putInt(sizesBytes.size())
                .putInt(0)
                .putInt(-1)
                .putInt(0)
                .put(new byte[8]);
    }

    private void putStreamFormat(ByteBuffer header) {
        put(header, "strf")
                .putInt(40)
                .putInt(40)
                .putInt(widthPx)
                .putInt(heightPx)
                .putShort((short) 1)
                .putShort((short) 24);
        put(header, "MJPG").putInt(3 * widthPx * heightPx).put(new byte[16]);
    }

    private static ByteBuffer little(int sizeBytes) {
        return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer put(ByteBuffer to, String fourLetters) {
        return to.put(fourLetters.getBytes(StandardCharsets.US_ASCII));
    }

    /** Chunks begin at even offsets. */
    private static int even(int sizeBytes) {
        return sizeBytes + (sizeBytes & 1);
    }
}
