package io.github.stagerecorder.settings;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.util.function.LongSupplier;

/**
 * The options of a recording, as they were when it was started or checked. Immutable. A file's path and region are not
 * options: a recording may have several of each.
 *
 * @param clockNs the monotonic clock of real time, such as {@link System#nanoTime}
 */
public record Options(
        FrameRate rate,
        Timing timing,
        LongSupplier clockNs,
        WhenBehind whenBehind,
        EncodeOn encodeOn,
        ResizePolicy onResize,
        boolean tiled,
        boolean overwrite,
        Limits limits,
        ReadOptions read,
        EncoderOptions encoder) {

    /** Whether a capture waits for a slot where none is free. */
    public boolean waits() {
        return whenBehind == WhenBehind.WAIT;
    }

    /** Whether a thread of the recorder's feeds the pipeline. */
    public boolean hasEncoderThread() {
        return encodeOn == EncodeOn.OWN_THREAD;
    }

    /** Whether time passes without a capture. */
    public boolean isRealTime() {
        return timing == Timing.REAL_TIME;
    }
}
