package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    @ValueSource(
            strings = {
                "rtmp://host:99999/live/key",
                "rtmp://host:0/live/key",
                "rtsp://host:port/live",
                "srt://host:123456789012",
                "srt://host"
            })
    void shouldRefuseAnImpossiblePort(String address) {
        assertSays(
                "it must be from 1 to 65535",
                assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(URI.create(address))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtmp://host", "rtmp://host/", "rtmp://host/live", "rtmps://host/live/"})
    void shouldMissTheKey(String address) {
        assertSays(
                "has no key",
                assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(URI.create(address))));
    }

    @Test
    void shouldRefuseAFragment() {
        assertSays(
                "has a \"#\"",
                assertThrows(
                        IllegalArgumentException.class,
                        () -> StageRecorder.stream(URI.create("rtmp://host/live/k#ey"))));
    }

    @Test
    void shouldRefuseASecondStream() {
        RecorderBuilder options = StageRecorder.stream(SOMEWHERE);
        assertSays(
                "one stream at most, and this one goes to rtmp://127.0.0.1:9/live/***",
                assertThrows(IllegalArgumentException.class, () -> options.alsoTo(URI.create("srt://host:9000"))));
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
    @ValueSource(strings = {"ogg", "ogv", "webm", "avi", "rtmp"})
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
    @ValueSource(strings = {"rtmp://host/app", "srt://host:9000", "rtsp://host"})
    void shouldRefuseAKeyOfTwoLines(String address) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> StageRecorder.stream(URI.create(address), "s3cret\nnext"));
        assertSays("has a line break", refusal);
        assertFalse(refusal.getMessage().contains("s3cret"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"passphrase=s3cret", "latency=200&passphrase=s3cret%2B%2B"})
    void shouldRefuseAPassphraseThatIsTooShort(String query) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> StageRecorder.stream(URI.create("srt://host:9000?" + query)));
        assertSays("must have 10 to 80 characters", refusal);
        assertFalse(refusal.getMessage().contains("s3cret"), refusal.getMessage());
        StageRecorder.stream(URI.create("srt://host:9000?" + query + "-and-more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void shouldRefuseAnEmptyKey(String key) {
        assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(SOMEWHERE, key));
    }
}
