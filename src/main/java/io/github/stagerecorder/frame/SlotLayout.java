package io.github.stagerecorder.frame;

import io.github.stagerecorder.jni.PoolNative;

/** Where the words of a slot's shared part lie, in bytes from its beginning. C reports these offsets. */
record SlotLayout(
        int sizeOfPart,
        int state,
        int format,
        int ptsNs,
        int durationNs,
        int sizeBytes,
        int widthPx,
        int heightPx,
        int bottomUp) {
    static SlotLayout ask() {
        int[] told = PoolNative.slotOffsets();
        return new SlotLayout(told[0], told[1], told[2], told[3], told[4], told[5], told[6], told[7], told[8]);
    }
}
