package io.github.stagerecorder.session;

import io.github.stagerecorder.Timing;
import io.github.stagerecorder.frame.CallerTimeline;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.GridTimeline;
import io.github.stagerecorder.frame.RealTimeline;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.settings.Options;

/** Holds the source of the times of a session's frames. Immutable. */
record SessionTime(Timeline timeline, SuspensionWatch watch) {
    static SessionTime of(Options options) {
        SuspensionWatch watch = new SuspensionWatch(options);
        Timeline exact = timeline(options, watch);
        boolean onGrid = options.encoder().constantRate() && options.timing() != Timing.FRAME_BY_FRAME;
        return new SessionTime(onGrid ? new GridTimeline(options.rate(), exact) : exact, watch);
    }

    private static Timeline timeline(Options options, SuspensionWatch watch) {
        return switch (options.timing()) {
            case REAL_TIME -> new RealTimeline(options.rate(), watch.clockNs());
            case FRAME_BY_FRAME -> new FixedTimeline(options.rate());
            case CALLER -> new CallerTimeline(options.rate());
        };
    }
}
