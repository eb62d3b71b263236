package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.faults.NoisyStage;
import io.github.stagerecorder.media.DecodedVideo;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Noise frame by frame, which comes faster than a slow network takes it. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class SlowNetworkTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final int FRAMES = 240;
    private static final int BITS_PER_SECOND = 20_000_000; // of the stream, and some 20 MB in all
    private static final long BYTES_PER_SECOND = 4 << 20; // of the network

    @TempDir
    Path folder;

    private static Stats record(RecorderBuilder options) {
        options.size(WIDTH_PX, HEIGHT_PX).bitRate(BITS_PER_SECOND).timing(Timing.FRAME_BY_FRAME);
        try (NoisyStage stage = new NoisyStage(WIDTH_PX, HEIGHT_PX);
                StageRecorder recorder = options.start()) {
            for (int i = 0; i < FRAMES; i++) {
                stage.draw();
                assertEquals(CaptureResult.TAKEN, recorder.capture());
            }
            recorder.finish().join();
            return recorder.stats();
        }
    }

    @Test
    void shouldBeWaitedForByABatch() throws Exception {
        try (NginxServer server = new NginxServer(folder)) {
            server.start();
            try (Relay network = Relay.slow(server.port, BYTES_PER_SECOND)) {
                Stats counts =
                        record(StageRecorder.stream(URI.create("rtmp://127.0.0.1:" + network.port() + "/live/key")));
                assertEquals(0, counts.stream().framesLost(), counts.stream().toString());
                assertEquals(FRAMES, counts.stream().framesSent());
                assertTrue(
                        counts.stream().bytesSent() > 2 * BYTES_PER_SECOND,
                        counts.stream().toString());
            }
            assertEquals(
                    FRAMES,
                    DecodedVideo.of(server.received("flv").get(0))
                            .info()
                            .packetTicks()
                            .size());
        }
    }

    @Test
    void shouldNotBeWaitedForWhereThereIsNone() throws Exception {
        Path file = folder.resolve("stage.mp4");
        Stats counts = record(StageRecorder.builder(file).alsoTo(URI.create("rtmp://127.0.0.1:9/live/key")));
        assertEquals(FRAMES, counts.stream().framesLost(), counts.stream().toString());
        assertEquals(FRAMES, DecodedVideo.of(file).info().packetTicks().size());
    }
}
