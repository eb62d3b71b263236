package io.github.stagerecorder.faults;

import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.recording.RecordedStage;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that fills the Java heap while it records, never closes the recorder, and ends in one of several ways. */
public final class FullHeap {
    static final String OUTCOME = "outcome";
    static final String FREED = "freed";
    private static final int MOST_FRAMES = 10;
    private static final int LARGEST_BYTES = 1 << 20;

    /** How the program ends, once it has given the heap back. */
    enum End {
        /** main() throws the OutOfMemoryError. */
        THROW,
        /** It waits for SIGTERM. */
        TERMINATED,
        /** It finishes the recording and tells the outcome. */
        FINISH
    }

    private FullHeap() {}

    /** The arguments are the way to end, the file, and the number of frames before the heap is full. */
    public static void main(String[] arguments) throws Exception {
        RecordedStage stage = new RecordedStage(
                WatchedStage.WIDTH_PX,
                WatchedStage.HEIGHT_PX,
                StageRecorder.builder(Path.of(arguments[1]))
                        .timing(Timing.FRAME_BY_FRAME)
                        .whenBehind(WhenBehind.DROP));
        for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
            stage.paint();
            Thread.sleep(10); // so that no frame is dropped
        }
        OutOfMemoryError met = recordWithoutHeap(stage.recorder());
        System.out.println(FREED);
        switch (End.valueOf(arguments[0])) {
            case THROW -> throw met;
            case TERMINATED -> Thread.sleep(Long.MAX_VALUE);
            case FINISH -> tell(stage.recorder().finish().get(20, TimeUnit.SECONDS));
        }
    }

    private static void tell(Outcome outcome) {
        System.out.println(OUTCOME + " " + outcome.status() + " " + outcome.playableUntilNs());
    }

    /** Each array holds the one before, so that nothing but them is needed to fill the heap. */
    private static OutOfMemoryError recordWithoutHeap(StageRecorder recorder) throws InterruptedException {
        OutOfMemoryError met = null;
        Object[] held = null;
        int lengthBytes = LARGEST_BYTES;
        for (int i = 0; i < MOST_FRAMES; ) {
            try {
                while (lengthBytes > 0) {
                    Object[] longer = new Object[lengthBytes / 4 + 1];
                    longer[0] = held;
                    held = longer;
                }
                i++;
                recorder.capture();
                Thread.sleep(2);
            } catch (OutOfMemoryError e) {
                met = e;
                lengthBytes /= 2;
            }
        }
        return met;
    }
}
