package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.Preflight;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that anybody is told, and no file, has a key or a password in it. Nobody listens at the addresses. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "libsrt keeps a program from its end there")
class StreamSecretsTest {
    private static final List<String> SECRETS = List.of("us3r", "pa55", "s3cret", "t0ken");

    @TempDir
    Path folder;

    private final List<String> words = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtmp://us3r:pa55@127.0.0.1:9/live/s3cret?token=t0ken",
                "srt://us3r:pa55@127.0.0.1:9?streamid=s3cret&passphrase=t0ken-of-ten-or-more",
                "rtsp://us3r:pa55@127.0.0.1:9/live/s3cret?token=t0ken",
                "rtmp://no-such-host.invalid/live/s3cret?token=t0ken"
            })
    void shouldKeepThemToItself(String address) throws Exception {
        Path file = folder.resolve("stage.mp4");
        RecorderBuilder options = StageRecorder.builder(file).alsoTo(URI.create(address));
        words.add(options.toString());
        try (LoggedText log = new LoggedText();
                LiveStage stage = new LiveStage(options)) {
            stage.playUntil("it is told", () -> !stage.troubles().isEmpty());
            Thread.getAllStackTraces().keySet().forEach(thread -> words.add(thread.getName()));
            stage.end();
            words.addAll(stage.troubles());
            words.add(stage.counts().toString());
            assertEquals(stage.encoded(), stage.counts().framesLost());
            assertTrue(log.lines.stream().anyMatch(line -> line.contains("***")), log.lines.toString());
            words.addAll(log.lines);
        }
        words.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        requireNoSecret();
    }

    @Test
    void shouldKeepThemOutOfRefusals() {
        String address = "rtmp:///live/s3cret?token=t0ken";
        words.add(assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(URI.create(address)))
                .toString());
        words.add(
                assertThrows(IllegalArgumentException.class, () -> StageRecorder.stream(URI.create("rtpm://a/s3cret")))
                        .toString());
        Preflight preflight = StageRecorder.stream(URI.create("rtmp://a/live/s3cret"))
                .pipeline("x264enc ! flvmux ! fakesink")
                .size(16, 16)
                .preflight();
        assertFalse(preflight.canRecord());
        words.add(preflight.toString());
        RecorderBuilder vp8 = StageRecorder.builder(folder.resolve("stage.mp4"))
                .pipeline("vp8enc ! matroskamux")
                .alsoTo(URI.create("rtmp://a/live"), "s3cret");
        words.add(
                assertThrows(RecordingException.class, () -> new LiveStage(vp8)).toString());
        requireNoSecret();
    }

    private void requireNoSecret() {
        for (String text : words) {
            for (String secret : SECRETS) {
                assertFalse(text.contains(secret), () -> text.length() > 10_000 ? secret + " is in the file" : text);
            }
        }
    }

    private static final class LoggedText extends Handler implements AutoCloseable {
        private final Logger logger = Logger.getLogger("io.github.stagerecorder");
        private final List<String> lines = new CopyOnWriteArrayList<>();

        LoggedText() {
            logger.setLevel(Level.ALL);
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
            logger.setLevel(null);
        }
    }
}
