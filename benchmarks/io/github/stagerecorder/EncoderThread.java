package io.github.stagerecorder;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.Unconverted;
import io.github.stagerecorder.session.NoReadback;
import io.github.stagerecorder.settings.PixelFormat;

/** The state of the encoder thread when a capture hands a frame over. */
public enum EncoderThread {
    /**
     * The thread converts earlier frames, and a slot has just been returned. Small frames are done before the next
     * capture.
     */
    WORKING,

    /** The thread is idle and looks for a frame every 2 ms, as it does between the frames of a paced render loop. */
    NAPPING,

    /**
     * No frame has arrived for a while, and the capture has to wake the thread. This is the first capture after a
     * pause.
     */
    ASLEEP;

    /** The sink must not keep the last frame, or a slot would never be returned. */
    private static final String SINK = "fakesink enable-last-sample=false";

    private static final long DRAWING_NS = 100_000L;
    private static final long SLEEP_MS = 200; // longer than all naps in a row

    /**
     * Opens a recording that reads no pixels and whose pipeline accepts everything. Where the thread must be idle, the
     * frames are not converted: converting an 8K frame would leave cold caches and a busy machine to the next capture.
     */
    OpenedRecording record(Size px) {
        RecorderBuilder options = StageRecorder.builder()
                .size(px.widthPx(), px.heightPx())
                .memoryBudget(4L << 30)
                .pipeline(SINK);
        InputPlan plan = OpenedRecording.plan(options, null, px, PixelFormat.RGBX);
        return new OpenedRecording(options, this == WORKING ? plan : Unconverted.plan(plan), new NoReadback());
    }

    /**
     * Waits until the thread is in this state and a slot is free. It ends with a busy moment that stands for drawing,
     * so that the core is awake.
     */
    void await(OpenedRecording recording) throws InterruptedException {
        if (this == WORKING) {
            recording.claim().abandon();
        } else {
            recording.awaitAllDelivered();
        }
        if (this == ASLEEP) {
            pause();
        } else {
            draw();
        }
    }

    /** Waits long enough for every thread to fall asleep. */
    static void pause() throws InterruptedException {
        Thread.sleep(SLEEP_MS);
        draw();
    }

    private static void draw() {
        long drawnNs = System.nanoTime() + DRAWING_NS;
        while (System.nanoTime() < drawnNs) {
            Thread.onSpinWait();
        }
    }
}
