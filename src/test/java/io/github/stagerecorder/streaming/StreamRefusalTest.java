package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that cannot be is refused before anything is touched. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StreamRefusalTest {
    private static final URI SOMEWHERE = URI.create("rtmp://127.0.0.1:9/live/key");

    @TempDir
    Path folder;

    private static void assertSays(String words, RuntimeException refusal) {
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private void assertRefused(Class<? extends RuntimeException> kind, String words, RecorderBuilder options) {
        assertSays(words, assertThrows(kind, () -> new LiveStage(options)));
        assertEquals(0, folder.toFile().list().length);
    }

    private RecorderBuilder into(String name) {
        return StageRecorder.builder(folder.resolve(name)).alsoTo(SOMEWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/live/key", "host/live/key", "//host/live", "file:///live/key", "udp://host:1"})
    void shouldNameTheSchemes(String address) {
        assertSays(
                "rtmp://, rtmps://, srt://, rtsp:// or rtsps://",
                assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(URI.create(address))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rtmp:///live/key", "srt://:9000", "rtsp://user@:554/live", "rtmp:live", "srt:?mode=listener"})
    void shouldMissTheHost(String address) {
        assertSays(
                "has no host",
                assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(URI.create(address))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 999, Integer.MAX_VALUE})
    void shouldRefuseAnImpossibleBitRate(int bitsPerSecond) {
        RecorderBuilder options = StageRecorder.stream(SOMEWHERE);
        assertSays(
                "bitRate " + bitsPerSecond + ": must be from 1000 to 2000000000",
                assertThrows(IllegalArgumentException.class, () -> options.bitRate(bitsPerSecond)));
    }

    @Test
    void shouldRefuseABitRateWithoutAStreamOrWithAPipeline() {
        RecorderBuilder file =
                StageRecorder.builder(folder.resolve("stage.mp4")).bitRate(5000);
        assertRefused(IllegalArgumentException.class, "bitRate(5000) is for a stream", file);
        RecorderBuilder described =
                into("stage.mp4").pipeline("x264enc ! mp4mux").bitRate(5000);
        assertRefused(IllegalArgumentException.class, "bitRate(5000) is for presets", described);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "ogv", "webm", "avi"})
    void shouldNameTheFilesThatCanBeStreamedToo(String extension) {
        assertRefused(IllegalArgumentException.class, "record into .mp4, .mov or .mkv", into("stage." + extension));
    }

    @Test
    void shouldRefuseAPipelineWithASinkOfItsOwn() {
        RecorderBuilder options = StageRecorder.stream(SOMEWHERE).pipeline("x264enc ! flvmux ! fakesink");
        assertRefused(RecordingException.class, "ends in its own sink, so there is nothing to stream", options);
    }

    @Test
    void shouldRefuseAPipelineWhoseCodecNoStreamTakes() {
        assertRefused(
                RecordingException.class,
                "makes video/x-vp8, and a stream by rtmp takes H.264 and AAC",
                into("stage.mkv").pipeline("vp8enc ! matroskamux"));
    }

    @Test
    void shouldRefuseAFileForEachSize() {
        assertRefused(
                IllegalArgumentException.class,
                "onResize(NEW_FILE) cannot be combined with a stream",
                into("stage.mp4").onResize(ResizePolicy.NEW_FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void shouldRefuseAnEmptyKey(String key) {
        assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(SOMEWHERE, key));
    }
}
