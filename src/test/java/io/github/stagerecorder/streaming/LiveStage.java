package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.StreamStats;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.recording.FlashingShow;
import io.github.stagerecorder.recording.RecordedStage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A small stage that is painted in real time, thirty frames a second, and what its listener is told of the stream. */
final class LiveStage implements AutoCloseable {
    /** The frame numbers can be read at this size. */
    private static final int WIDTH_PX = 160;

    private static final int HEIGHT_PX = 90;
    private static final long FRAME_NS = 1_000_000_000L / 30;

    private final RecordedStage stage;
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private int painted;

    LiveStage(RecorderBuilder options) {
        RecorderListener listener = new RecorderListener() {
            @Override
            public void troubled(Trouble trouble, String message) {
                troubles.add(trouble + " " + message);
            }
        };
        stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, options.listener(listener, Runnable::run));
    }

    void play(double seconds) {
        long endNs = System.nanoTime() + (long) (seconds * 1e9);
        playWhile(() -> System.nanoTime() < endNs);
    }

    /** Plays until the condition holds. */
    void playUntil(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + (long) (StreamServer.LONGEST_S * 1e9);
        playWhile(() -> !condition.getAsBoolean() && System.nanoTime() < endNs);
        if (!condition.getAsBoolean()) {
            throw new AssertionError("not within " + StreamServer.LONGEST_S + " s: " + what + "; " + counts());
        }
    }

    /** Plays while the server is killed and started again, and ends. Requires that it is told once, and counted. */
    void playThroughARestart(StreamServer server, double outageS) {
        playUntil("it is connected", () -> counts().connected());
        play(2);
        server.kill();
        playUntil("it is interrupted", this::isInterrupted);
        play(outageS);
        assertEquals(1, troubles.size(), troubles.toString());
        server.start();
        playUntil("it is connected again", () -> counts().connected());
        play(1);
        end();
        assertEquals(1, counts().reconnections());
        assertTrue(counts().framesLost() > 0, counts().toString());
    }

    private void playWhile(BooleanSupplier goesOn) {
        long nextNs = System.nanoTime();
        while (goesOn.getAsBoolean()) {
            paint();
            nextNs += FRAME_NS;
            LockSupport.parkNanos(nextNs - System.nanoTime());
        }
    }

    private void paint() {
        stage.draw();
        if (stage.recorder().capture() == CaptureResult.TAKEN) {
            taken.add(painted);
        }
        painted++;
    }

    /** Plays another show until its stream is connected, and some seconds of it. */
    static void playConnected(FlashingShow show) {
        long endNs = System.nanoTime() + (long) (StreamServer.LONGEST_S * 1e9);
        while (!show.recorder().stats().stream().connected() && System.nanoTime() < endNs) {
            show.play(0.3);
        }
        show.play(4);
    }

    StreamStats counts() {
        return stage.recorder().stats().stream();
    }

    /** Returns how many frames were encoded: a picture that lasts is encoded again. */
    long encoded() {
        return stage.recorder().stats().delivered() + stage.recorder().stats().repeated();
    }

    /** Returns the numbers of the frames that were taken. */
    List<Integer> taken() {
        return taken;
    }

    /** Returns whether the listener has been told, and there is no connection. */
    boolean isInterrupted() {
        return !troubles.isEmpty() && !counts().connected();
    }

    List<String> troubles() {
        return troubles;
    }

    /** Completes the file and the stream. */
    void end() {
        stage.end();
    }

    @Override
    public void close() {
        stage.close();
    }
}
