package io.github.stagerecorder.sound;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Flip;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.frame.CallerTimeline;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.frame.RealTimeline;
import io.github.stagerecorder.frame.SoundSink;
import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.report.SoundCounts;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.Limits;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.ReadOptions;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.ArrayList;
import java.util.List;

/** A track without its thread: a test feeds it, in a time that the test tells. */
final class TrackUnderTest {
    private static final long STALL_NS = 300_000_000L;
    private static final long CLOSE_NS = 2_000_000_000L;
    private static final int SLOTS = 5;

    static {
        NativeModule.load();
    }

    final List<String> troubles = new ArrayList<>();
    private final SoundTrack track;
    private final Timeline timeline;
    private final SoundFormat format;
    private CollectedSound sink;
    private SoundFile file;
    private boolean failed;
    private long nowNs;
    private Throwable crash;

    TrackUnderTest(SoundFormat format, FrameRate rate, Timing timing, long offsetNs) {
        this.format = format;
        Timeline frames = switch (timing) {
            case REAL_TIME -> new RealTimeline(rate, () -> nowNs);
            case FRAME_BY_FRAME -> new FixedTimeline(rate);
            case CALLER -> new CallerTimeline(rate);
        };
        track = SoundTracks.of(options(format, rate, timing, offsetNs), frames, SLOTS, troubles::add);
        timeline = new SoundTimeline(frames, track);
        beginFile();
    }

    private static Options options(SoundFormat format, FrameRate rate, Timing timing, long offsetNs) {
        return new Options(
                rate,
                timing,
                null,
                timing == Timing.REAL_TIME ? WhenBehind.DROP : WhenBehind.WAIT,
                EncodeOn.OWN_THREAD,
                ResizePolicy.SCALE,
                false,
                false,
                false,
                offsetNs,
                new Limits(1L << 30, STALL_NS, CLOSE_NS),
                new ReadOptions(FramebufferChoice.of(BoundFramebuffer.READ), null, null, Flip.AUTO),
                new EncoderOptions(null, Quality.MEDIUM, null, Convert.AUTO, false, format, null, null));
    }

    void beginFile() {
        sink = new CollectedSound(format);
        beginFile(sink);
    }

    void beginFile(SoundSink into) {
        file = new SoundFile(into, () -> failed, thrown -> crash = thrown);
        track.begin(file);
    }

    /** Captures a frame now. */
    void frame() {
        frame(0);
    }

    /** Captures a frame at the caller's time. */
    void frame(long callerTimeNs) {
        if (timeline.nextPtsNs(callerTimeNs) >= 0) {
            timeline.advance();
        }
    }

    void feed() {
        track.feedOnce();
        if (crash != null) {
            throw new AssertionError(crash);
        }
    }

    /** Ends the file and returns what it has. */
    CollectedSound endFile() {
        track.end(file, timeline.reachedNs());
        if (crash != null) {
            throw new AssertionError(crash);
        }
        return sink;
    }

    CollectedSound end() {
        CollectedSound whole = endFile();
        track.close();
        return whole;
    }

    void fail() {
        failed = true;
    }

    void at(long newNowNs) {
        nowNs = newNowNs;
    }

    SoundTrack track() {
        return track;
    }

    Timeline timeline() {
        return timeline;
    }

    CollectedSound sink() {
        return sink;
    }

    SoundCounts counts() {
        return track.counts();
    }
}
