package io.github.stagerecorder.endtoend;

/**
 * Reads the pixels and discards them. It uses as many buffers in turn as a recorder has, so that the caches are equally
 * cold.
 */
final class BareRead implements FrameSink {
    private final Pixels[] buffers = new Pixels[Shot.QUEUED_FRAMES];
    private int next;

    BareRead(Shot shot) {
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new Pixels(shot);
        }
    }

    /** Touches all memory, so that no measured read is the first to touch it. */
    void touchAll() {
        for (Pixels buffer : buffers) {
            buffer.read();
        }
    }

    @Override
    public void frame(int frameNumber, long timeNs) {
        buffers[next].read();
        next = (next + 1) % buffers.length;
    }

    @Override
    public void finish() {
        for (Pixels buffer : buffers) {
            buffer.close();
        }
    }
}
