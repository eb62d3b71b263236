package io.github.stagerecorder.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import io.github.stagerecorder.Timing;

/** A recorder, and what it must do next according to its documentation. */
final class Session implements AutoCloseable {
    private final StageRecorder recorder;
    private final Timing timing;
    private final Contexts contexts;
    private boolean ended;
    private boolean failureReported;
    private boolean paused;
    private boolean minimised;
    private int widthPx = ApiSequencesTest.WIDTH_PX;
    private int heightPx = ApiSequencesTest.HEIGHT_PX;
    private int calls;
    private int taken;
    private Integer lastTimeNs;

    Session(StageRecorder recorder, Timing timing, Contexts contexts) {
        this.recorder = recorder;
        this.contexts = contexts;
        this.timing = timing;
    }

    /** Makes a call and checks the result. */
    void make(Call call) {
        if (call.changes(contexts)) {
            return;
        }
        Class<?> expected = refusal(call);
        try {
            CaptureResult result = call.elsewhere()
                    ? contexts.elsewhere(call.withContext(), () -> call.on(recorder))
                    : call.on(recorder);
            assertTrue(expected == null || isUncertain(call), () -> call + " was not refused");
            note(call, result);
        } catch (IllegalArgumentException | IllegalStateException | RecordingException e) {
            assertEquals(isUncertain(call) ? e.getClass() : expected, e.getClass(), () -> call + ": " + e);
            assertNamed(call, e);
        }
        ended |= call.kind() == Call.Kind.FINISH || call.kind() == Call.Kind.CLOSE;
        StatsIdentities.check(recorder.stats(), calls);
    }

    /** Returns the exception that the call must throw, or null. */
    private Class<?> refusal(Call call) {
        return switch (call.kind()) {
            case CAPTURE, CAPTURE_AT -> captureRefusal(call);
            case RESIZE -> ended ? null : resizeRefusal(call);
            case PAUSE, RESUME -> ended ? IllegalStateException.class : null;
            case STATS,
                    FINISH,
                    ANOTHER_CONTEXT,
                    NO_CONTEXT,
                    OWN_CONTEXT,
                    NEW_CONTEXT,
                    SMALLER_FRAMEBUFFER,
                    OWN_FRAMEBUFFER -> null;
            case CLOSE -> taken == 0 && !failureReported ? RecordingException.class : null;
        };
    }

    private Class<?> resizeRefusal(Call call) {
        return !call.hasContext(contexts)
                ? IllegalStateException.class
                : isSize(call.a(), call.b()) ? null : IllegalArgumentException.class;
    }

    /** Once the context was replaced, the recording is in whichever was current at the next capture. */
    private boolean isUncertain(Call call) {
        return contexts.isReplaced() && call.kind() == Call.Kind.RESIZE && !ended;
    }

    /** Only the wrong overload is refused. */
    private Class<?> captureRefusal(Call call) {
        boolean withTime = call.kind() == Call.Kind.CAPTURE_AT;
        return withTime != (timing == Timing.CALLER) ? IllegalStateException.class : null;
    }

    /** Whether a capture is skipped, whatever the clock says. */
    private boolean isSkipped(Call call) {
        boolean late = timing == Timing.CALLER && lastTimeNs != null && call.a() <= lastTimeNs;
        return ended || skips() || late;
    }

    private boolean skips() {
        return paused || minimised;
    }

    private boolean isSize(int wantedWidthPx, int wantedHeightPx) {
        return isMinimised(wantedWidthPx, wantedHeightPx)
                || wantedWidthPx >= 1 && wantedHeightPx >= 1 && contexts.holds(wantedWidthPx, wantedHeightPx);
    }

    private static boolean isMinimised(int widthPx, int heightPx) {
        return Math.min(widthPx, heightPx) == 0;
    }

    private void note(Call call, CaptureResult result) {
        if (call.captures()) {
            calls++;
            taken += result == CaptureResult.TAKEN ? 1 : 0;
            assertTrue(!isSkipped(call) || result == CaptureResult.SKIPPED, () -> call + ": " + result);
            boolean takeable = call.hasContext(contexts) || contexts.isReplaced();
            assertTrue(takeable || result != CaptureResult.TAKEN, () -> call + " without the context");
            boolean whole = contexts.holds(widthPx, heightPx);
            assertTrue(whole || result != CaptureResult.TAKEN, () -> call + " of a smaller framebuffer");
            lastTimeNs = passesTime(result) ? Integer.valueOf(call.a()) : lastTimeNs;
        }
        resized(call);
        minimised = call.kind() == Call.Kind.RESIZE ? isMinimised(call.a(), call.b()) : minimised;
        paused = call.kind() == Call.Kind.PAUSE || paused && call.kind() != Call.Kind.RESUME;
    }

    private void resized(Call call) {
        if (call.kind() == Call.Kind.RESIZE && !isMinimised(call.a(), call.b())) {
            widthPx = call.a();
            heightPx = call.b();
        }
    }

    /** While the recording waits for a context in place of its own, the time of a capture is not its last one. */
    private boolean passesTime(CaptureResult result) {
        return result != CaptureResult.SKIPPED && !(result == CaptureResult.FAILED && contexts.isReplaced());
    }

    private void assertNamed(Call call, RuntimeException refusal) {
        failureReported |= refusal instanceof RecordingException;
        String message = String.valueOf(refusal.getMessage());
        if (refusal instanceof IllegalArgumentException) {
            assertTrue(message.contains(Integer.toString(call.a())), message);
        }
        assertTrue(!message.isBlank() && !message.equals("null"), message);
    }

    /** Ends the recording, whatever has been called. */
    @Override
    public void close() {
        make(new Call(Call.Kind.CLOSE, false, false, 0, 0));
        StatsIdentities.checkEnded(recorder.stats(), calls);
        assertEquals(taken, recorder.stats().taken());
    }
}
