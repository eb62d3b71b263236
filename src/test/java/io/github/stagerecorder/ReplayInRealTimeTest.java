package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays of a recording in real time: the frames that were taken, up to the one of the call. */
class ReplayInRealTimeTest extends OnStage {
    private static final int RATE_HZ = 48_000;
    private static final int FRAMES = 90;

    private final List<Integer> taken = new ArrayList<>();
    private int drawn;
    private long beganNs;
    private long writtenSamples;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldHaveTheTakenFramesUpToTheCall(boolean sounds) throws Exception {
        Path file = folder.resolve("replay.mkv");
        RecorderBuilder builder =
                recorderTo("stage.mkv").timing(Timing.REAL_TIME).replay(Duration.ofSeconds(1));
        if (sounds) {
            builder.audio(RATE_HZ, 1, SampleFormat.S16);
        }
        try (StageRecorder recorder = builder.start()) {
            beganNs = System.nanoTime();
            while (taken.size() < FRAMES) {
                recordFrame(recorder, sounds);
            }
            CompletableFuture<SavedReplay> save = recorder.saveReplay(file);
            List<Integer> upToTheCall = List.copyOf(taken);
            while (!save.isDone()) {
                recordFrame(recorder, sounds);
            }
            check(save.join(), upToTheCall);
            if (sounds) {
                assertEquals(
                        save.join().duration().toNanos() / 1e9,
                        DecodedSound.of(file).endS(),
                        0.1);
            }
        }
    }

    /** As in a game's menu. A muxer waits for sound that is as late as the picture, of which a packet may be missing. */
    @Test
    void shouldReachThePauseDuringWhichItIsSaved() throws Exception {
        Path file = folder.resolve("replay.webm");
        try (StageRecorder recorder = recorderTo("stage.webm")
                .timing(Timing.REAL_TIME)
                .replay(Duration.ofSeconds(1))
                .audio(RATE_HZ, 1, SampleFormat.S16)
                .start()) {
            beganNs = System.nanoTime();
            while (taken.size() < FRAMES / 2) {
                recordFrame(recorder, true);
            }
            recorder.pause();
            SavedReplay saved = recorder.saveReplay(file).join();
            List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
            List<Integer> last = taken.subList(taken.size() - 3, taken.size());
            assertTrue(last.contains(numbers.get(numbers.size() - 1)), numbers + " reach none of " + last);
            assertEquals(saved.duration().toNanos() / 1e9, DecodedSound.of(file).endS(), 0.1);
        }
    }

    private static void check(SavedReplay saved, List<Integer> upToTheCall) {
        List<Integer> numbers = DecodedVideo.of(saved.file()).frameNumbers();
        assertEquals(numbers.size(), saved.frames());
        assertEquals(upToTheCall.subList(upToTheCall.indexOf(numbers.get(0)), upToTheCall.size()), numbers);
        assertTrue(saved.duration().compareTo(Duration.ofSeconds(1)) >= 0, saved::toString);
    }

    private void recordFrame(StageRecorder recorder, boolean sounds) throws InterruptedException {
        if (drawAndCapture(recorder, drawn) == CaptureResult.TAKEN) {
            taken.add(drawn);
        }
        drawn++;
        if (sounds) {
            writeSound(recorder);
        }
        TimeUnit.MILLISECONDS.sleep(10);
    }

    private void writeSound(StageRecorder recorder) {
        long dueSamples = (System.nanoTime() - beganNs) * RATE_HZ / 1_000_000_000L;
        recorder.audio().write(ShortBuffer.allocate((int) (dueSamples - writtenSamples)));
        writtenSamples = dueSamples;
    }
}
