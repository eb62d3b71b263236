package io.github.stagerecorder.streaming;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.recording.FlashingShow;
import io.github.stagerecorder.recording.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is seen and heard at the same moment is so in what arrives, and in the file beside it. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class StreamedSoundTest {
    @TempDir
    Path folder;

    @Test
    void shouldBeInStepWithThePicture() throws Exception {
        try (NginxServer server = new NginxServer(Files.createDirectory(folder.resolve("server")))) {
            server.start();
            Path file = folder.resolve("stage.mkv");
            RecorderBuilder options = StageRecorder.builder(file).alsoTo(server.application(), "key");
            try (FlashingShow show = new FlashingShow(options, Timing.REAL_TIME, 160, 120)) {
                show.play(4.5);
            }
            Step.of(file).require(0, 4.5, 3, 0.005);
            Step.of(server.received("flv").get(0)).requireInStep(0, 4.5, 3, 0.006); // whose times are milliseconds
        }
    }
}
