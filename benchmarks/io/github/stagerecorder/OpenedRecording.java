package io.github.stagerecorder;

import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.session.OpenedSession;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;

/** A recorder that holds an {@link OpenedSession}. */
final class OpenedRecording implements AutoCloseable {
    private final OpenedSession opened;
    private final StageRecorder recorder;
    private long taken;

    OpenedRecording(RecorderBuilder builder, InputPlan input, Readback readback) {
        Options options = options(builder);
        opened = new OpenedSession(options, input, readback);
        recorder = new StageRecorder(opened.session(), options);
    }

    private static Options options(RecorderBuilder builder) {
        return builder.timing(Timing.FRAME_BY_FRAME).whenBehind(WhenBehind.DROP).options();
    }

    /** Freezes the options and plans the encoder's input for a stage in this format. */
    static InputPlan plan(RecorderBuilder builder, Path output, Size px, PixelFormat format) {
        Region region = new Region(0, 0, px.widthPx(), px.heightPx());
        ChosenEncoder encoder = Encoders.choose(
                new StartSteps(options(builder), output, region).request(), (description, refusal) -> {});
        return InputPlan.ofPlainReads(encoder, format);
    }

    CaptureResult capture() {
        CaptureResult result = recorder.capture();
        taken += result == CaptureResult.TAKEN ? 1 : 0;
        return result;
    }

    /** Waits until a slot is free and returns the one that the next capture will take. */
    Slot claim() {
        return opened.claim();
    }

    /**
     * Waits until the pipeline has finished with every frame except those that its encoder keeps. Allocates nothing.
     */
    void awaitAllDelivered() {
        opened.awaitAllDelivered(taken);
    }

    /** @throws IllegalStateException if a capture found no slot or found a failed recording */
    void requireAllTaken() {
        opened.requireAllTaken();
    }

    @Override
    public void close() {
        recorder.close();
    }
}
