package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.SourceDSL;

/**
 * A call of the recorder, on the render thread or on another thread, or something that a program does with its
 * contexts.
 *
 * @param withContext whether the other thread has the context, which the render thread then has not
 *
 * @param a a width, or a time in nanoseconds
 * @param b a height
 */
record Call(Kind kind, boolean elsewhere, boolean withContext, int a, int b) {
    enum Kind {
        CAPTURE,
        CAPTURE_AT,
        RESIZE,
        PAUSE,
        RESUME,
        STATS,
        FINISH,
        CLOSE,
        ANOTHER_CONTEXT,
        NO_CONTEXT,
        OWN_CONTEXT,
        NEW_CONTEXT,
        SMALLER_FRAMEBUFFER,
        OWN_FRAMEBUFFER
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
            Kind.ANOTHER_CONTEXT,
            Kind.NO_CONTEXT,
            Kind.OWN_CONTEXT,
            Kind.OWN_CONTEXT,
            Kind.NEW_CONTEXT,
            Kind.SMALLER_FRAMEBUFFER,
            Kind.OWN_FRAMEBUFFER,
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
                        (kind, where, a, b) -> new Call(kind, where >= 3, where == 3, a, b));
    }

    /** Changes the contexts or what is bound in them, or returns false if this is a call of the recorder's. */
    boolean changes(Contexts contexts) {
        switch (kind) {
            case ANOTHER_CONTEXT -> contexts.leave();
            case NO_CONTEXT -> contexts.release();
            case OWN_CONTEXT -> contexts.comeBack();
            case NEW_CONTEXT -> contexts.replace();
            case SMALLER_FRAMEBUFFER -> contexts.bindSmaller();
            case OWN_FRAMEBUFFER -> contexts.bindOwn();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the recording's context is current where the call is made. */
    boolean hasContext(Contexts contexts) {
        return contexts.isCurrent() && (!elsewhere || withContext);
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
            default -> throw new IllegalStateException(kind + " is no call of the recorder's");
        };
    }

    private static CaptureResult done(Runnable call) {
        call.run();
        return null;
    }
}
