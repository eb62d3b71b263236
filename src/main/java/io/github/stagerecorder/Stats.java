package io.github.stagerecorder;

import io.github.stagerecorder.report.Counts;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts of what has happened to the frames so far. An immutable snapshot.
 *
 * <p>At every moment {@code calls = taken + skipped + dropped + failed} and
 * {@code taken = inFlight + delivered + lost}. Once the recording has ended, no frame is in flight.
 */
public final class Stats {
    private final Counts counts;

    Stats(Counts counts) {
        this.counts = counts;
    }

    /** Returns how many captures returned. */
    public long calls() {
        return taken() + skipped() + dropped() + failed();
    }

    /** Returns how many frames were taken: captures whose pixels were read. */
    public long taken() {
        return counts.captures().taken();
    }

    /** Returns how many captures were skipped because no frame was due; {@link #skips} has the causes. */
    public long skipped() {
        return skips().total();
    }

    /** Returns how many captures found no free slot; {@link #drops} has the causes. */
    public long dropped() {
        return drops().total();
    }

    /** Returns how many captures failed; {@link #failures} has the causes. */
    public long failed() {
        return failures().total();
    }

    /** Returns how many captures had to wait for a slot. */
    public long waits() {
        return counts.captures().waits();
    }

    /** Returns how many frames the pipeline has consumed. */
    public long delivered() {
        return counts.frames().delivered();
    }

    /** Returns how many frames were taken but not encoded; {@link #losses} has the causes. */
    public long lost() {
        return losses().total();
    }

    /** Returns how many frames were taken and are not yet delivered or lost. */
    public long inFlight() {
        return taken() - delivered() - lost();
    }

    /**
     * Returns how often a picture was pushed again, so that a pause in drawing keeps its length in the file; with
     * {@link RecorderBuilder#constantRate}, how many frames of the file repeat the one before.
     */
    public long repeated() {
        return counts.repeated();
    }

    /**
     * Returns how often the process stood still for more than a second, because it was stopped or the machine was. In
     * real time this is left out of the file as in {@link StageRecorder#pause}; otherwise it is not counted.
     */
    public long suspensions() {
        return counts.suspensions().count();
    }

    /** Returns how many nanoseconds were left out of the file because the process stood still. */
    public long suspendedNs() {
        return counts.suspensions().durationNs();
    }

    /** Returns how much time {@link StageRecorder#saveReplay} would save now; zero if no replay is kept. */
    public Duration replayDuration() {
        return Duration.ofNanos(counts.replay().heldNs());
    }

    /** Returns the encoded bytes that are held for a replay. */
    public long replayBytes() {
        return counts.replay().heldBytes();
    }

    /** Returns the size of all files in bytes, or -1 if there is no file, or the description ends in its own sink. */
    public long bytesWritten() {
        return counts.bytesWritten();
    }

    /** Returns the skipped captures by cause. */
    public SkippedCaptures skips() {
        return new SkippedCaptures(counts.captures().skips());
    }

    /** Returns the dropped captures by cause. */
    public DroppedCaptures drops() {
        return new DroppedCaptures(counts.captures().drops());
    }

    /** Returns the failed captures by cause. */
    public FailedCaptures failures() {
        return new FailedCaptures(counts.captures().failures());
    }

    /** Returns the lost frames by cause. */
    public LostFrames losses() {
        return new LostFrames(counts.frames());
    }

    /** Returns what became of the sound; all of it is 0 without {@link RecorderBuilder#audio}. */
    public RecordedSound sound() {
        return new RecordedSound(counts.sound());
    }

    /** Returns what became of the stream of {@link StageRecorder#stream} or {@link RecorderBuilder#alsoTo}. */
    public StreamStats stream() {
        return new StreamStats(counts.stream());
    }

    /** Returns the number of slots and their memory. */
    public SlotMemory memory() {
        return new SlotMemory(counts.memory());
    }

    /** Returns GStreamer's names of the encoding elements in use. */
    public String encoder() {
        return counts.description().encoder();
    }

    /** Returns how pixels are read back and in which format, such as "client BGRx". */
    public String readStrategy() {
        return counts.description().readStrategy();
    }

    /** Returns how pixels are converted for the pipeline, such as "kernel avx2 BGRx to I420". */
    public String conversion() {
        return counts.description().conversion();
    }

    /** Returns whether all counts and descriptions are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stats stats && stats.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** Returns one line for a log. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d taken (%d delivered, %d in flight, lost: %s), skipped: %s, dropped: %s, failed: %s, %d waits;"
                        + " %s; %s, %s, %s",
                taken(),
                delivered(),
                inFlight(),
                losses(),
                skips(),
                drops(),
                failures(),
                waits(),
                memory(),
                readStrategy(),
                conversion(),
                encoder());
    }
}
