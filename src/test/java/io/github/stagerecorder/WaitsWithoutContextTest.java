package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing waits for the GPU or for a slot while the recording's context is gone or not current. The deadlines are so
 * long that a wait would run into the time limit of the tests.
 */
class WaitsWithoutContextTest extends OnStage {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final CountDownLatch encoderGoesOn = new CountDownLatch(1);

    /** Where the recording's context is. */
    enum Context {
        NOT_CURRENT,
        BEHIND_ANOTHER,
        DESTROYED
    }

    @AfterEach
    void letTheEncoderGoOn() {
        encoderGoesOn.countDown();
    }

    /** The GPU still works at the last frames. */
    @ParameterizedTest
    @CsvSource({
        "MAPPED, NOT_CURRENT",
        "MAPPED, BEHIND_ANOTHER",
        "MAPPED, DESTROYED",
        "PERSISTENT, NOT_CURRENT",
        "PERSISTENT, BEHIND_ANOTHER",
        "PINNED, NOT_CURRENT",
        "PINNED, BEHIND_ANOTHER",
        "PINNED, DESTROYED"
    })
    void shouldCloseWithoutWaitingForReads(ReadStrategy strategy, Context context) {
        DriverSupport.assume(strategy);
        StageRecorder recorder = limited(recorderTo("stage.mkv"))
                .tuning(t -> t.readStrategy(strategy))
                .start();
        record(recorder, 3);
        in(context, recorder::close);
        StatsIdentities.checkEnded(recorder.stats(), 3);
        assertEquals(recorder.stats().lost(), recorder.stats().losses().atClose());
    }

    /** All slots are the encoder's, which does not go on. */
    @ParameterizedTest
    @CsvSource({"CLIENT, NOT_CURRENT", "CLIENT, BEHIND_ANOTHER", "CLIENT, DESTROYED", "MAPPED, NOT_CURRENT"})
    void shouldNotWaitForASlot(ReadStrategy strategy, Context context) {
        StageRecorder recorder = limited(recorderWith("capsfilter caps=video/x-raw,format=BGRx ! fakesink"))
                .tuning(t -> t.readStrategy(strategy))
                .start();
        int frames = fillAllSlots(recorder);
        in(context, () -> {
            for (int i = 0; i < 3; i++) {
                assertEquals(CaptureResult.FAILED, recorder.capture());
            }
            assertThrows(IllegalStateException.class, () -> recorder.resize(2 * WIDTH_PX, 2 * HEIGHT_PX));
        });
        assertEquals(0, recorder.stats().waits());
        assertEquals(3, recorder.stats().failures().context());
        encoderGoesOn.countDown();
        recorder.close();
        StatsIdentities.checkEnded(recorder.stats(), frames + 3);
    }

    private int fillAllSlots(StageRecorder recorder) {
        BinInput input = new BinInput(recorder);
        input.pad().addDataProbe((pad, buffer) -> {
            awaitTheEncoder();
            return PadProbeReturn.OK;
        });
        int slots = input.pushedAddresses().size();
        record(recorder, slots);
        assertEquals(slots, recorder.stats().inFlight());
        return slots;
    }

    private void awaitTheEncoder() {
        try {
            encoderGoesOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first file keeps the memory that the second one needs. */
    @ParameterizedTest
    @CsvSource({"NOT_CURRENT", "BEHIND_ANOTHER"})
    void shouldNotWaitForAnEarlierFile(Context context) {
        StageRecorder recorder = limited(recorderTo("stage.mkv"))
                .pipeline("capsfilter caps=video/x-raw,format=BGRx ! videoconvert"
                        + " ! x264enc tune=zerolatency speed-preset=ultrafast ! matroskamux")
                .onResize(ResizePolicy.NEW_FILE)
                .memoryBudget(4L << 20)
                .start();
        int frames = fillAllSlots(recorder);
        recorder.resize(WIDTH_PX - 2, HEIGHT_PX);
        in(context, () -> assertEquals(CaptureResult.FAILED, recorder.capture()));
        encoderGoesOn.countDown();
        assertEquals(CaptureResult.TAKEN, drawAndCapture(recorder, frames));
        recorder.close();
        StatsIdentities.checkEnded(recorder.stats(), frames + 2);
        assertTrue(recorder.stats().lost() == 0, recorder.stats().toString());
    }

    private static RecorderBuilder limited(RecorderBuilder builder) {
        return builder.whenBehind(WhenBehind.WAIT)
                .memoryBudget(8L << 20)
                .stallTimeout(LONG)
                .closeTimeout(LONG);
    }

    private void in(Context context, Runnable body) {
        if (context == Context.DESTROYED) {
            surface.close();
            body.run();
            openStage();
            return;
        }
        NoContext.during(() -> {
            if (context == Context.NOT_CURRENT) {
                body.run();
            } else {
                OffscreenSurface another = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                body.run();
                another.close();
            }
        });
    }
}
