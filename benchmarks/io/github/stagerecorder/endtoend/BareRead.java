package io.github.stagerecorder.endtoend;

/** Reads the pixels and forgets them; into as many buffers in turn as a recorder has, so that caches are as cold. */
final class BareRead implements FrameSink {
    private final Pixels[] buffers = new Pixels[Shot.QUEUED_FRAMES];
    private int next;

    BareRead(Shot shot) {
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new Pixels(shot);
        }
    }

    /** So that no measured read meets memory that is touched for the first time. */
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
