package io.github.stagerecorder.snapshot;

import io.github.stagerecorder.readback.StillFrame;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a frame as a PNG of 8-bit RGB. Each row is stored as its difference from the row above, which packs well. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int FILTER_UP = 2;
    private static final int CHUNK_BYTES = 1 << 16;

    private Png() {}

    /** @param rowWritten is called after each row */
    static void write(StillFrame frame, OutputStream out, Runnable rowWritten) throws IOException {
        out.write(SIGNATURE);
        writeChunk("IHDR", header(frame), out);
        try (OutputStream packed = new DeflaterOutputStream(new Chunks(out))) {
            writeRows(frame, packed, rowWritten);
        }
        writeChunk("IEND", new byte[0], out);
    }

    private static byte[] header(StillFrame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(frame.widthPx());
        header.writeInt(frame.heightPx());
        header.write(new byte[] {BITS, RGB, 0, 0, 0}); // the one compression, the one set of filters, not interlaced
        return bytes.toByteArray();
    }

    private static void writeRows(StillFrame frame, OutputStream out, Runnable rowWritten) throws IOException {
        byte[] read = new byte[4 * frame.widthPx()];
        byte[] row = new byte[3 * frame.widthPx()];
        byte[] above = new byte[row.length];
        byte[] filtered = new byte[1 + row.length];
        filtered[0] = FILTER_UP;
        for (int yPx = 0; yPx < frame.heightPx(); yPx++) {
            frame.copyRow(yPx, read);
            toRgb(read, frame.isRedFirst(), row);
            for (int i = 0; i < row.length; i++) {
                filtered[i + 1] = (byte) (row[i] - above[i]);
            }
            out.write(filtered);
            rowWritten.run();
            byte[] written = row;
            row = above;
            above = written;
        }
    }

    private static void toRgb(byte[] read, boolean redFirst, byte[] row) {
        int red = redFirst ? 0 : 2;
        for (int from = 0, to = 0; to < row.length; from += 4, to += 3) {
            row[to] = read[from + red];
            row[to + 1] = read[from + 1];
            row[to + 2] = read[from + 2 - red];
        }
    }

    private static void writeChunk(String type, byte[] content, OutputStream out) throws IOException {
        DataOutputStream chunk = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        chunk.writeInt(content.length);
        chunk.write(name);
        chunk.write(content);
        chunk.writeInt((int) check.getValue());
    }

    /**
     * Collects the packed bytes into chunks, because a chunk begins with its length. Closing it writes the last one.
     */
    private static final class Chunks extends OutputStream {
        private final OutputStream out;
        private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK_BYTES);

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            chunk.write(bytes, offset, count);
            if (chunk.size() >= CHUNK_BYTES) {
                writeOut();
            }
        }

        private void writeOut() throws IOException {
            writeChunk("IDAT", chunk.toByteArray(), out);
            chunk.reset();
        }

        @Override
        public void close() throws IOException {
            if (chunk.size() > 0) {
                writeOut();
            }
        }
    }
}
