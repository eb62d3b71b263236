package io.github.stagerecorder.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import io.github.stagerecorder.Timing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A recorder, and what it must do next according to its documentation. */
final class Session implements AutoCloseable {
    private static final int SURFACE_WIDTH_PX = 320;
    private static final int SURFACE_HEIGHT_PX = 240;

    private final StageRecorder recorder;
    private final Timing timing;
    private boolean ended;
    private boolean failureReported;
    private boolean paused;
    private boolean minimised;
    private int calls;
    private int taken;
    private Integer lastTimeNs;

    Session(StageRecorder recorder, Timing timing) {
        this.recorder = recorder;
        this.timing = timing;
    }

    /** Makes a call and checks the result. */
    void make(Call call) {
        Class<?> expected = refusal(call);
        try {
            CaptureResult result = call.elsewhere() ? elsewhere(call) : call.on(recorder);
            assertNull(expected, () -> call + " was not refused");
            note(call, result);
        } catch (IllegalArgumentException | IllegalStateException | RecordingException e) {
            assertEquals(expected, e.getClass(), () -> call + ": " + e);
            assertNamed(call, e);
        }
        ended |= call.kind() == Call.Kind.FINISH || call.kind() == Call.Kind.CLOSE;
        StatsIdentities.check(recorder.stats(), calls);
    }

    private CaptureResult elsewhere(Call call) {
        try {
            return CompletableFuture.supplyAsync(() -> call.on(recorder)).join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    /** Returns the exception that the call must throw, or null. */
    private Class<?> refusal(Call call) {
        return switch (call.kind()) {
            case CAPTURE, CAPTURE_AT -> captureRefusal(call);
            case RESIZE ->
                ended || call.elsewhere()
                        ? IllegalStateException.class
                        : isSize(call.a(), call.b()) ? null : IllegalArgumentException.class;
            case PAUSE, RESUME -> ended ? IllegalStateException.class : null;
            case STATS, FINISH -> null;
            case CLOSE -> taken == 0 && !failureReported ? RecordingException.class : null;
        };
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

    private static boolean isSize(int widthPx, int heightPx) {
        return isMinimised(widthPx, heightPx)
                || widthPx >= 1 && heightPx >= 1 && widthPx <= SURFACE_WIDTH_PX && heightPx <= SURFACE_HEIGHT_PX;
    }

    private static boolean isMinimised(int widthPx, int heightPx) {
        return Math.min(widthPx, heightPx) == 0;
    }

    private void note(Call call, CaptureResult result) {
        if (call.captures()) {
            calls++;
            taken += result == CaptureResult.TAKEN ? 1 : 0;
            assertTrue(!isSkipped(call) || result == CaptureResult.SKIPPED, () -> call + ": " + result);
            assertTrue(!call.elsewhere() || result != CaptureResult.TAKEN, () -> call + " without the context");
            lastTimeNs = result == CaptureResult.SKIPPED ? lastTimeNs : Integer.valueOf(call.a());
        }
        minimised = call.kind() == Call.Kind.RESIZE ? isMinimised(call.a(), call.b()) : minimised;
        paused = call.kind() == Call.Kind.PAUSE || paused && call.kind() != Call.Kind.RESUME;
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
        make(new Call(Call.Kind.CLOSE, false, 0, 0));
        StatsIdentities.checkEnded(recorder.stats(), calls);
        assertEquals(taken, recorder.stats().taken());
    }
}
