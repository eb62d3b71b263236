package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.faults.NoisyStage;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.StreamAddress;
import io.github.stagerecorder.settings.StreamOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ten seconds of noise by each encoder that a stream may have. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class LiveEncodersTest {
    private static final int WIDTH_PX = 640;
    private static final int HEIGHT_PX = 360;
    private static final int FRAMES = 310;
    private static final int BITS_PER_SECOND = 2_000_000;

    @TempDir
    Path folder;

    private static String description(String encoder) {
        StreamOptions stream =
                new StreamOptions(StreamAddress.of(URI.create("srt://127.0.0.1:9"), null), BITS_PER_SECOND, 0);
        EncoderOptions options = new EncoderOptions(null, Quality.MEDIUM, null, null, false, null, null, stream);
        EncoderRequest request = Requests.of(options, null, WIDTH_PX, HEIGHT_PX, 10);
        List<String> all = Presets.of(request).stream()
                .map(preset -> preset.describe(request).get(0))
                .filter(description -> description.startsWith(encoder))
                .toList();
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    /** Returns the bits of each whole second, as parts of the rate. */
    private List<Double> ratesOf(String encoder) throws Exception {
        assumeTrue(StageRecorder.isAvailable());
        try (NginxServer server = new NginxServer(folder)) {
            server.start();
            try (NoisyStage stage = new NoisyStage(WIDTH_PX, HEIGHT_PX);
                    StageRecorder recorder = StageRecorder.stream(server.application(), "noise")
                            .size(WIDTH_PX, HEIGHT_PX)
                            .timing(Timing.FRAME_BY_FRAME)
                            .pipeline(description(encoder))
                            .start()) {
                for (int i = 0; i < FRAMES; i++) {
                    stage.draw();
                    assertEquals(CaptureResult.TAKEN, recorder.capture());
                }
            }
            List<Double> rates = FlvFile.videoBytesOfEachSecond(
                            server.received("flv").get(0))
                    .stream()
                    .map(sizeBytes -> 8.0 * sizeBytes / BITS_PER_SECOND)
                    .toList();
            assertEquals(FRAMES / 30, rates.size(), rates.toString());
            return rates;
        }
    }

    @Test
    void shouldTakeAFifthMoreAtMost() throws Exception {
        List<Double> rates = ratesOf("x264enc");
        assertTrue(Collections.max(rates) <= 1.2, rates.toString());
    }

    /** Its keyframes are larger than the rate allows, and it finds the quantizer for noise in a fifth of a second. */
    @Test
    void shouldTakeLittleMoreBetweenKeyframesWithoutX264() throws Exception {
        List<Double> rates = ratesOf("openh264enc");
        assertTrue(rates.get(0) <= 2.8, rates.toString());
        List<Double> later = rates.subList(2, rates.size());
        assertTrue(Collections.max(later) <= 1.8, rates.toString());
        assertTrue(later.stream().mapToDouble(rate -> rate).average().orElseThrow() <= 1.2, rates.toString());
    }
}
