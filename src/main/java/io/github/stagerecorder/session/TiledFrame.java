package io.github.stagerecorder.session;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.settings.Region;

/** Assembles a frame whose tiles are read into one slot. Used on the thread that captures. */
final class TiledFrame {
    private final Readback readback;
    private CaptureResult result; // of beginFrame; null if no frame is open
    private Slot slot;
    private boolean begun; // whether a tile has been read
    private final UncoveredArea uncovered = new UncoveredArea();

    TiledFrame(Readback readback) {
        this.readback = readback;
    }

    /** Sets the slot of the frame. */
    CaptureResult begin(Slot claimed) {
        slot = claimed;
        begun = false;
        return CaptureResult.TAKEN;
    }

    /** @param newResult the result of the claim: without a slot the tiles are ignored */
    CaptureResult open(CaptureResult newResult, Region frame) {
        uncovered.reset(frame);
        result = newResult;
        return newResult;
    }

    /** @throws IllegalStateException unless a frame is open, or none is, as {@code open} requires */
    void requireOpen(boolean open, String operation) {
        if (open != isOpen()) {
            throw new IllegalStateException(
                    operation + (open ? " without beginFrame()" : " before endFrame() of the last frame"));
        }
    }

    boolean isOpen() {
        return result != null;
    }

    /** Reads a tile; does nothing if the frame is not taken. */
    void add(Region frame, int xPx, int yPx, int widthPx, int heightPx) {
        Region tile = new Region(xPx, yPx, widthPx, heightPx);
        if ((long) xPx + widthPx > frame.widthPx() || (long) yPx + heightPx > frame.heightPx()) {
            throw new IllegalArgumentException(
                    "tile " + tile + " reaches beyond the frame of " + frame.widthPx() + "x" + frame.heightPx());
        }
        if (slot != null) {
            readback.beginTile(slot, frame.withSize(widthPx, heightPx), xPx, yPx, !begun);
            begun = true;
            uncovered.cover(tile);
        }
    }

    /**
     * @return the slot with the frame in it; null if the frame was not taken
     * @throws IllegalStateException if pixels are missing; the frame is not recorded then
     */
    Slot complete(Region frame) {
        long missingPx = slot == null ? 0 : uncovered.sizePx();
        if (missingPx > 0) {
            abandon();
            throw new IllegalStateException("endFrame: the tiles leave out " + missingPx + " of the frame's "
                    + (long) frame.widthPx() * frame.heightPx() + " pixels");
        }
        return slot;
    }

    /** @return the result of the frame that has ended */
    CaptureResult end() {
        CaptureResult ended = result;
        result = null;
        slot = null;
        return ended;
    }

    /** Abandons the frame and its slot. */
    void abandon() {
        if (slot != null) {
            slot.abandon();
        }
        end();
    }
}
