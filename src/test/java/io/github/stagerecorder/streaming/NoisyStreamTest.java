package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.faults.NoisyStage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Streams of noise, which takes all bits that it can get. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class NoisyStreamTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final long FRAME_NS = 1_000_000_000L / 30;

    @TempDir
    Path folder;

    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private NginxServer server;
    private NoisyStage stage;

    @BeforeEach
    void begin() throws Exception {
        server = new NginxServer(Files.createDirectory(folder.resolve("server")));
        server.start();
        stage = new NoisyStage(WIDTH_PX, HEIGHT_PX);
    }

    @AfterEach
    void end() {
        stage.close();
        server.close();
    }

    private StageRecorder started(RecorderBuilder options) {
        RecorderListener listener = new RecorderListener() {
            @Override
            public void troubled(Trouble trouble, String message) {
                troubles.add(message);
            }
        };
        return options.size(WIDTH_PX, HEIGHT_PX)
                .listener(listener, Runnable::run)
                .start();
    }

    private void play(StageRecorder recorder, double atMostSeconds, BooleanSupplier goesOn) {
        long endNs = System.nanoTime() + (long) (atMostSeconds * 1e9);
        while (System.nanoTime() < endNs && goesOn.getAsBoolean()) {
            long nextNs = System.nanoTime() + FRAME_NS;
            stage.draw();
            recorder.capture();
            LockSupport.parkNanos(nextNs - System.nanoTime());
        }
    }

    @Test
    void shouldKeepTheBitRateInEachSecond() throws Exception {
        int bitsPerSecond = 2_000_000;
        try (StageRecorder recorder =
                started(StageRecorder.stream(server.application(), "noise").bitRate(bitsPerSecond))) {
            play(recorder, 5, () -> true);
        }
        Path received = server.received("flv").get(0);
        List<Integer> seconds = FlvFile.videoBytesOfEachSecond(received);
        assertTrue(seconds.size() >= 3, seconds.toString());
        for (int sizeBytes : seconds) {
            assertTrue(sizeBytes <= 1.2 * bitsPerSecond / 8, seconds.toString());
        }
        assertTrue(seconds.get(1) > 0.5 * bitsPerSecond / 8, "it was no noise: " + seconds);
    }

    /** Each is more than may wait, and the muxer keeps it until its sound is there. */
    @Test
    void shouldSendLargePicturesWithSound() {
        String large =
                "x264enc name=video speed-preset=ultrafast tune=zerolatency pass=qual quantizer=20 bitrate=500000"
                        + " ! h264parse ! matroskamux name=mux avenc_aac name=audio ! aacparse ! mux.";
        int frames = 12;
        try (NoisyStage largeStage = new NoisyStage(1280, 720);
                StageRecorder recorder = StageRecorder.stream(server.application(), "noise")
                        .pipeline(large)
                        .size(1280, 720)
                        .timing(Timing.FRAME_BY_FRAME)
                        .audio(48_000, 1, SampleFormat.S16)
                        .start()) {
            for (int i = 0; i < frames; i++) {
                largeStage.draw();
                assertEquals(CaptureResult.TAKEN, recorder.capture());
                recorder.audio().write(ShortBuffer.allocate(recorder.audio().samplesDue()));
            }
            recorder.finish().join();
            assertEquals(
                    frames,
                    recorder.stats().stream().framesSent(),
                    recorder.stats().toString());
            assertTrue(recorder.stats().stream().bytesSent() > frames * 600_000L, "it was no noise");
        }
    }

    /** A frozen server leaves the connection as it is, and the network takes some megabytes more. */
    @Test
    void shouldGoOnWithTheFileWhenTheServerTakesNothingAnyMore() {
        Path file = folder.resolve("stage.mp4");
        Stats counts;
        try (StageRecorder recorder = started(StageRecorder.builder(file)
                .alsoTo(server.application(), "noise")
                .bitRate(30_000_000))) {
            play(recorder, 15, () -> !recorder.stats().stream().connected());
            server.freeze();
            play(recorder, 40, troubles::isEmpty);
            assertEquals(1, troubles.size(), troubles.toString());
            assertTrue(troubles.get(0).contains(" is interrupted, "), troubles.toString());
            recorder.finish().join();
            counts = recorder.stats();
        }
        assertTrue(counts.stream().framesLost() > 0, counts.stream().toString());
        assertEquals(0, counts.lost());
        assertEquals(
                counts.delivered() + counts.repeated(),
                counts.stream().framesSent() + counts.stream().framesLost());
        assertEquals(
                counts.delivered() + counts.repeated(),
                DecodedVideo.of(file).info().packetTicks().size());
    }
}
