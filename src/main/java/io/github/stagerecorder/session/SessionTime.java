package io.github.stagerecorder.session;

import io.github.stagerecorder.Timing;
import io.github.stagerecorder.frame.CallerTimeline;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.GridTimeline;
import io.github.stagerecorder.frame.RealTimeline;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.sound.SoundTimeline;
import io.github.stagerecorder.sound.SoundTrack;
import io.github.stagerecorder.sound.SoundTracks;

/**
 * Holds the source of the times of a session's frames, and the sound that follows them. Immutable.
 *
 * @param sound null if there is none
 */
record SessionTime(Timeline timeline, SoundTrack sound, SuspensionWatch watch) {
    static SessionTime withoutSound(Options options) {
        SuspensionWatch watch = new SuspensionWatch(options);
        return new SessionTime(onGrid(options, timeline(options, watch)), null, watch);
    }

    /**
     * @param slotCount the number of slots in the pool
     * @param troubles are told why sound is lost
     */
    static SessionTime of(Options options, int slotCount, Troubles troubles) {
        if (options.encoder().sound() == null) {
            return withoutSound(options);
        }
        SuspensionWatch watch = new SuspensionWatch(options);
        Timeline exact = timeline(options, watch);
        SoundTrack sound = SoundTracks.of(options, exact, slotCount, troubles::tellSound);
        return new SessionTime(new SoundTimeline(onGrid(options, exact), sound), sound, watch);
    }

    private static Timeline onGrid(Options options, Timeline exact) {
        boolean moves = options.encoder().constantRate() && options.timing() != Timing.FRAME_BY_FRAME;
        return moves ? new GridTimeline(options.rate(), exact) : exact;
    }

    private static Timeline timeline(Options options, SuspensionWatch watch) {
        return switch (options.timing()) {
            case REAL_TIME -> new RealTimeline(options.rate(), watch.clockNs());
            case FRAME_BY_FRAME -> new FixedTimeline(options.rate());
            case CALLER -> new CallerTimeline(options.rate());
        };
    }
}
