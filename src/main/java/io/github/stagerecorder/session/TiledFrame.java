package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.settings.Region;

/** A frame that is put together in its slot, tile by tile, by the reads themselves. Render thread. */
final class TiledFrame {
    private final Readback readback;
    private CaptureResult result; // of the beginning; null when no frame is open
    private Slot slot;
    private long coveredPx;

    TiledFrame(Readback readback) {
        this.readback = readback;
    }

    /** The frame has a slot. */
    void begin(Slot claimed) {
        slot = claimed;
        coveredPx = 0;
    }

    /** @param newResult what became of the claim: without a slot the tiles are passed over */
    CaptureResult open(CaptureResult newResult) {
        result = newResult;
        return newResult;
    }

    /** @throws IllegalStateException if none is open, or one is that must not be */
    void requireOpen(boolean open, String operation) {
        if (open != isOpen()) {
            throw new IllegalStateException(
                    operation + (open ? " without beginFrame()" : " before endFrame() of the last frame"));
        }
    }

    boolean isOpen() {
        return result != null;
    }

    /** Does nothing where the frame is not taken. */
    void add(Region frame, int xPx, int yPx, int widthPx, int heightPx) {
        Region tile = new Region(xPx, yPx, widthPx, heightPx);
        if ((long) xPx + widthPx > frame.widthPx() || (long) yPx + heightPx > frame.heightPx()) {
            throw new IllegalArgumentException(
                    "tile " + tile + " reaches beyond the frame of " + frame.widthPx() + "x" + frame.heightPx());
        }
        if (slot != null) {
            readback.beginTile(slot, frame.withSize(widthPx, heightPx), xPx, yPx);
            coveredPx += (long) widthPx * heightPx;
        }
    }

    /**
     * @return the slot with the frame in it; null where the frame was not taken
     * @throws IllegalStateException if pixels are missing; the frame is not recorded then
     */
    Slot complete(Region frame) {
        long wantedPx = (long) frame.widthPx() * frame.heightPx();
        if (slot != null && coveredPx < wantedPx) {
            abandon();
            throw new IllegalStateException(
                    "endFrame: the tiles have " + coveredPx + " of the frame's " + wantedPx + " pixels");
        }
        return slot;
    }

    /** @return what became of the frame that is over */
    CaptureResult end() {
        CaptureResult ended = result;
        result = null;
        slot = null;
        return ended;
    }

    /** The frame is given up. */
    void abandon() {
        if (slot != null) {
            slot.abandon();
        }
        end();
    }
}
