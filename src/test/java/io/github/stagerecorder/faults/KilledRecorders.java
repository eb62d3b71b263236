package io.github.stagerecorder.faults;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A program that records one stage into several files in real time until it is killed. */
public final class KilledRecorders {
    static final int FRAMES_PER_SECOND = 30;
    static final String TAKEN = "taken";
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final long INTERVAL_NS = 1_000_000_000L / FRAMES_PER_SECOND;

    private KilledRecorders() {}

    /** The arguments are the files. */
    public static void main(String[] files) {
        OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        Stage stage = new Stage(surface.widthPx(), surface.heightPx());
        List<StageRecorder> recorders = new ArrayList<>();
        for (String file : files) {
            recorders.add(StageRecorder.builder(Path.of(file))
                    .size(WIDTH_PX, HEIGHT_PX)
                    .start());
        }
        long startNs = System.nanoTime();
        while (true) {
            int number = (int) ((System.nanoTime() - startNs) / INTERVAL_NS);
            stage.draw(number, (double) number / FRAMES_PER_SECOND);
            System.out.println(TAKEN + " " + number + " " + capture(recorders));
            sleepUntil(startNs + (number + 1) * INTERVAL_NS);
        }
    }

    /** Returns one character per recorder: 1 if it took the frame. */
    private static String capture(List<StageRecorder> recorders) {
        StringBuilder taken = new StringBuilder();
        for (StageRecorder recorder : recorders) {
            taken.append(recorder.capture() == CaptureResult.TAKEN ? '1' : '0');
        }
        return taken.toString();
    }

    private static void sleepUntil(long timeNs) {
        for (long leftNs = timeNs - System.nanoTime(); leftNs > 0; leftNs = timeNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
    }
}
