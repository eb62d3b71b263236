package io.github.stagerecorder.session;

import io.github.stagerecorder.settings.Region;
import java.util.Arrays;

/**
 * Tracks the part of a frame that no tile covers yet, as rectangles that do not overlap. Each tile is cut out of them.
 * It allocates only when a frame needs more rectangles than all frames before it.
 */
final class UncoveredArea {
    private static final int EDGES = 4; // left, bottom, right, top

    private int[] edges = new int[16 * EDGES];
    private int count;

    /** Starts with a whole frame. */
    void reset(Region frame) {
        count = 0;
        add(0, 0, frame.widthPx(), frame.heightPx());
    }

    /** Cuts a tile out of the uncovered part. */
    void cover(Region tile) {
        int right = tile.xPx() + tile.widthPx();
        int top = tile.yPx() + tile.heightPx();
        for (int i = count - 1; i >= 0; i--) { // what is added on the way lies outside the tile
            if (overlaps(i * EDGES, tile.xPx(), tile.yPx(), right, top)) {
                cut(i * EDGES, tile.xPx(), tile.yPx(), right, top);
            }
        }
    }

    private boolean overlaps(int at, int left, int bottom, int right, int top) {
        return edges[at] < right && left < edges[at + 2] && edges[at + 1] < top && bottom < edges[at + 3];
    }

    /** Replaces a rectangle by its parts below, above, left and right of the tile. */
    private void cut(int at, int left, int bottom, int right, int top) {
        int oldLeft = edges[at];
        int oldBottom = edges[at + 1];
        int oldRight = edges[at + 2];
        int oldTop = edges[at + 3];
        count--;
        System.arraycopy(edges, count * EDGES, edges, at, EDGES);
        int middleBottom = Math.max(oldBottom, bottom);
        int middleTop = Math.min(oldTop, top);
        add(oldLeft, oldBottom, oldRight, middleBottom);
        add(oldLeft, middleTop, oldRight, oldTop);
        add(oldLeft, middleBottom, left, middleTop);
        add(right, middleBottom, oldRight, middleTop);
    }

    private void add(int left, int bottom, int right, int top) {
        if (left >= right || bottom >= top) {
            return;
        }
        int at = count * EDGES;
        if (at == edges.length) {
            edges = Arrays.copyOf(edges, 2 * edges.length);
        }
        edges[at] = left;
        edges[at + 1] = bottom;
        edges[at + 2] = right;
        edges[at + 3] = top;
        count++;
    }

    /** Returns the number of pixels that no tile covers. */
    long sizePx() {
        long sumPx = 0;
        for (int at = 0; at < count * EDGES; at += EDGES) {
            sumPx += (long) (edges[at + 2] - edges[at]) * (edges[at + 3] - edges[at + 1]);
        }
        return sumPx;
    }
}
