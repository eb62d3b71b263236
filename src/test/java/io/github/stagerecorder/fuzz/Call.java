package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.SourceDSL;

/**
 * A call of the recorder, on the render thread or on another thread.
 *
 * @param a a width, or a time in nanoseconds
 * @param b a height
 */
record Call(Kind kind, boolean elsewhere, int a, int b) {
    enum Kind {
        CAPTURE,
        CAPTURE_AT,
        RESIZE,
        PAUSE,
        RESUME,
        STATS,
        FINISH,
        CLOSE
    }

    /** Calls that end the recording are rare, so that long sequences precede them. */
    private static final List<Kind> WEIGHTED = List.of(
            Kind.CAPTURE,
            Kind.CAPTURE,
            Kind.CAPTURE,
            Kind.CAPTURE,
            Kind.CAPTURE_AT,
            Kind.CAPTURE_AT,
            Kind.CAPTURE_AT,
            Kind.RESIZE,
            Kind.RESIZE,
            Kind.RESIZE,
            Kind.PAUSE,
            Kind.RESUME,
            Kind.RESUME,
            Kind.STATS,
            Kind.FINISH,
            Kind.CLOSE);

    /** The sizes and times include values that make no sense. */
    static Gen<Call> any() {
        Gen<Integer> numbers = SourceDSL.integers().between(-2, 400);
        return SourceDSL.arbitrary()
                .pick(WEIGHTED)
                .zip(
                        SourceDSL.integers().between(0, 4),
                        numbers,
                        numbers,
                        (kind, where, a, b) -> new Call(kind, where == 4, a, b));
    }

    boolean captures() {
        return kind == Kind.CAPTURE || kind == Kind.CAPTURE_AT;
    }

    /** @return the result of a capture, otherwise null */
    CaptureResult on(StageRecorder recorder) {
        return switch (kind) {
            case CAPTURE -> recorder.capture();
            case CAPTURE_AT -> recorder.capture(a);
            case RESIZE -> done(() -> recorder.resize(a, b));
            case PAUSE -> done(recorder::pause);
            case RESUME -> done(recorder::resume);
            case STATS -> done(recorder::stats);
            case FINISH -> done(recorder::finish);
            case CLOSE -> done(recorder::close);
        };
    }

    private static CaptureResult done(Runnable call) {
        call.run();
        return null;
    }
}
