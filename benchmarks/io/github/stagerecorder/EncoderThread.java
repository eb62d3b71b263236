package io.github.stagerecorder;

import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.Unconverted;
import io.github.stagerecorder.session.NoReadback;
import io.github.stagerecorder.settings.PixelFormat;

/** How a capture finds the encoder thread. */
public enum EncoderThread {
    /** It converts earlier frames, and a slot has just come back; small frames are done before the next capture. */
    WORKING,

    /** It has nothing to do and looks every 2 ms, as between the frames of a paced render loop. */
    NAPPING,

    /** No frame has come for a while, and the capture has to wake it: the first one after a pause. */
    ASLEEP;

    /** It must not keep the last frame, or a slot would never come back. */
    private static final String SINK = "fakesink enable-last-sample=false";

    private static final long DRAWING_NS = 100_000L;
    private static final long SLEEP_MS = 200; // longer than all naps in a row

    /**
     * A recording that reads nothing, and whose pipeline takes everything. Where nothing is to be converted it gives
     * the frames back as they are, since to convert an 8K frame would leave cold caches and a busy machine to the next
     * capture.
     */
    OpenedRecording record(Size px) {
        RecorderBuilder options = StageRecorder.builder()
                .size(px.widthPx(), px.heightPx())
                .memoryBudget(4L << 30)
                .pipeline(SINK);
        InputPlan plan = OpenedRecording.plan(options, null, px, PixelFormat.RGBX);
        return new OpenedRecording(options, this == WORKING ? plan : Unconverted.plan(plan), new NoReadback());
    }

    /** Until it is so, and a slot is free. Ends in a busy moment, which stands for drawing: the core is awake. */
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

    /** Long enough for every thread to fall asleep. */
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
