package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each call while another GL context is current, or none. Nothing of the recorder's is made, bound, written or deleted
 * in the other context, whose objects have the same names; no error is left there, and no frame that was read is lost.
 */
class OtherContextTest extends OnStage {
    private static final int FRAMES = 5;

    /** What is called while the recording's context is not current. */
    enum Operation {
        CAPTURE(recorder -> assertEquals(CaptureResult.FAILED, recorder.capture())),
        RESIZE(recorder -> refused(() -> recorder.resize(2 * WIDTH_PX, 2 * HEIGHT_PX))),
        SMALLER(recorder -> refused(() -> recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2))),
        PAUSE(StageRecorder::pause),
        FINISH(recorder -> recorder.finish().join()),
        CLOSE(StageRecorder::close);

        private final Consumer<StageRecorder> call;

        Operation(Consumer<StageRecorder> call) {
            this.call = call;
        }

        private static void refused(Runnable call) {
            assertThrows(IllegalStateException.class, call::run);
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(ReadStrategy.values())
                .flatMap(strategy -> Stream.of(0, 4)
                        .flatMap(samples -> Stream.of(true, false)
                                .flatMap(other -> Stream.of(Operation.values())
                                        .map(call -> Arguments.of(strategy, samples, other, call)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldTouchNothingOutsideItsContext(ReadStrategy strategy, int samples, boolean other, Operation operation) {
        DriverSupport.assume(strategy);
        Bystanders.bindFramebuffer(WIDTH_PX, HEIGHT_PX, samples);
        StageRecorder recorder =
                recorderTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        record(recorder, FRAMES);
        NoContext.during(() -> {
            if (other) {
                inAnotherContext(recorder, operation);
            } else {
                operation.call.accept(recorder);
                recorder.close();
            }
        });
        recorder.close(); // again, in its context: only this can release what is there
        assertEquals(0, recorder.stats().memory().poolBytes());
        assertKept(recorder, operation);
    }

    private void inAnotherContext(StageRecorder recorder, Operation operation) {
        OffscreenSurface another = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
        Bystanders bystanders = new Bystanders();
        operation.call.accept(recorder);
        recorder.close();
        bystanders.assertUntouched();
        another.close();
    }

    /** Whatever had been read is in the file; the rest is counted. */
    private void assertKept(StageRecorder recorder, Operation operation) {
        Stats stats = recorder.stats();
        StatsIdentities.checkEnded(stats, FRAMES + (operation == Operation.CAPTURE ? 1 : 0));
        assertEquals(FRAMES, stats.taken());
        assertEquals(stats.lost(), stats.losses().atClose());
        List<Integer> numbers = DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers();
        assertEquals(stats.delivered(), numbers.size());
        if (stats.readStrategy().startsWith("client")) {
            assertEquals(0, stats.lost());
        }
    }
}
