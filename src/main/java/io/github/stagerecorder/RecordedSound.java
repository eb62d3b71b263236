package io.github.stagerecorder;

import io.github.stagerecorder.report.SoundCounts;

/**
 * Counts of what became of the sound that was written to an {@link AudioTrack}, in sample frames. Immutable.
 *
 * <p>The files hold {@code recorded + silence} sample frames. Frame by frame and by the caller's clock, {@code written =
 * recorded + waiting + overflow + cut + paused + failed + closed} at every moment, and nothing waits after the end. In
 * real time, sound is stretched by the few parts in a million by which the clocks differ.
 */
public final class RecordedSound {
    private final SoundCounts counts;

    RecordedSound(SoundCounts counts) {
        this.counts = counts;
    }

    /** Returns how much sound was written. */
    public long written() {
        return counts.written();
    }

    /** Returns how much of it was given to the encoder. */
    public long recorded() {
        return counts.recorded();
    }

    /** Returns how much silence was given to the encoder in place of sound. */
    public long silence() {
        return counts.silence();
    }

    /** Returns how much was dropped because there was no room for it. */
    public long overflow() {
        return counts.drops().overflow();
    }

    /** Returns how much was cut because other sound or silence had taken its place, or because no frame needs it. */
    public long cut() {
        return counts.drops().cut();
    }

    /** Returns how much was written during a pause, between two files, or in real time before the first frame. */
    public long paused() {
        return counts.drops().paused();
    }

    /** Returns how much was lost because the recording had failed. */
    public long failed() {
        return counts.drops().failed();
    }

    /** Returns how much was written after the recording had been finished. */
    public long closed() {
        return counts.drops().closed();
    }

    /** Returns the counts that are not 0. */
    @Override
    public String toString() {
        return written() + " written, " + recorded() + " recorded, " + silence() + " silent, dropped: "
                + new Causes()
                        .add("overflow", overflow())
                        .add("cut", cut())
                        .add("paused", paused())
                        .add("failed", failed())
                        .add("closed", closed());
    }
}
