package io.github.stagerecorder.sound;

import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.function.Consumer;

/** Makes the track for a recording's timing. */
public final class SoundTracks {
    /** Frames beyond those of the pool: one is drawn, and one was shown. */
    private static final int MORE_FRAMES = 2;

    /** Where a frame lasts for minutes, the ring does not hold it: a write waits for the feeding thread then. */
    private static final int MOST_SECONDS = 10;

    private SoundTracks() {}

    /**
     * Makes a track that has room for a second of sound, or for what the frames that may wait in the pool owe.
     *
     * @param options with sound
     * @param frames the frames' timeline, whose times are exact
     * @param slotCount the number of slots in the pool
     * @param trouble is told once or more why sound is lost
     */
    public static SoundTrack of(Options options, Timeline frames, int slotCount, Consumer<String> trouble) {
        SoundFormat format = options.encoder().sound();
        SampleRing ring = new SampleRing(format, capacity(options, slotCount));
        SoundCounters counters = new SoundCounters();
        boolean waits = options.waits() && !options.isRealTime();
        return new SoundTrack(
                format,
                timing(options, frames, ring, counters, trouble),
                ring,
                counters,
                waits,
                options.limits(),
                trouble);
    }

    private static int capacity(Options options, int slotCount) {
        int rateHz = options.encoder().sound().rateHz();
        long later = options.encoder().sound().nearestIndex(Math.max(0, options.soundOffsetNs()));
        long wanted =
                options.isRealTime() ? rateHz + later : options.rate().sampleFrames(slotCount + MORE_FRAMES, rateHz);
        return (int) Math.max(rateHz, Math.min(wanted, (long) MOST_SECONDS * rateHz));
    }

    private static SoundTiming timing(
            Options options, Timeline frames, SampleRing ring, SoundCounters counters, Consumer<String> trouble) {
        SoundFormat format = options.encoder().sound();
        return switch (options.timing()) {
            case REAL_TIME ->
                new RealTimeSound(ring, counters, format, frames::reachedNs, options.soundOffsetNs(), trouble);
            case FRAME_BY_FRAME -> new FrameByFrameSound(ring, counters, options.rate(), format.rateHz());
            case CALLER ->
                new CallerSound(ring, counters, format, options.rate().intervalNs(), trouble);
        };
    }
}
