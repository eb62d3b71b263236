package io.github.stagerecorder.settings;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.util.function.LongSupplier;

/**
 * The options of a recording, copied when it was started or checked. Immutable. A file's path and region are not
 * options, because a recording may have several of each.
 *
 * @param followsSize whether all of the framebuffer is recorded, from the corner on, whatever size it has
 * @param soundOffsetNs how much later the sound is heard than it arrives
 * @param clockNs a test's clock of real time; null for {@link System#nanoTime}
 */
public record Options(
        FrameRate rate,
        Timing timing,
        LongSupplier clockNs,
        WhenBehind whenBehind,
        EncodeOn encodeOn,
        ResizePolicy onResize,
        boolean tiled,
        boolean followsSize,
        boolean overwrite,
        long soundOffsetNs,
        Limits limits,
        ReadOptions read,
        EncoderOptions encoder) {

    /** Returns the same options for a recording without a file, of which only a replay is kept. */
    public Options withoutFile(String extension) {
        EncoderOptions kept = encoder.keeping(encoder.replay().into(extension));
        return new Options(
                rate,
                timing,
                clockNs,
                whenBehind,
                encodeOn,
                onResize,
                tiled,
                followsSize,
                false,
                soundOffsetNs,
                limits,
                read,
                kept);
    }

    /** Returns whether a capture waits when no slot is free. */
    public boolean waits() {
        return whenBehind == WhenBehind.WAIT;
    }

    /** Returns whether the recorder's own thread feeds the pipeline. */
    public boolean hasEncoderThread() {
        return encodeOn == EncodeOn.OWN_THREAD;
    }

    /** Returns whether time passes without a capture. */
    public boolean isRealTime() {
        return timing == Timing.REAL_TIME;
    }
}
