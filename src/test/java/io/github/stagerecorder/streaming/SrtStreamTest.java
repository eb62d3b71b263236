package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.recording.FlashingShow;
import io.github.stagerecorder.recording.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Streams to GStreamer's SRT listener: what it writes is compared with what was drawn. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class SrtStreamTest {
    @TempDir
    Path folder;

    private SrtServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = new SrtServer(Files.createDirectory(folder.resolve("server")));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void shouldRecordAFileAndGoOnWhenTheServerIsKilledAndStartedAgain() {
        Path file = folder.resolve("stage.mkv");
        try (LiveStage stage =
                new LiveStage(StageRecorder.builder(file).alsoTo(server.address(), "key-of-the-stream"))) {
            stage.playThroughARestart(server, 0);
            Arrived.requireAll(file, stage.taken());
            List<Path> received = server.received("ts");
            assertEquals(2, received.size());
            assertEquals(0, Arrived.over(received.get(0), stage.taken()).get(0));
            Arrived.over(received.get(1), stage.taken());
        }
    }

    @Test
    void shouldGoOnWhenTheServerIsFrozen() {
        Path file = folder.resolve("stage.mp4");
        try (LiveStage stage = new LiveStage(StageRecorder.builder(file).alsoTo(server.address()))) {
            stage.playUntil("it is connected", () -> stage.counts().connected());
            server.freeze();
            stage.playUntil("it is interrupted", stage::isInterrupted);
            stage.play(1);
            stage.end();
            assertEquals(1, stage.troubles().size(), stage.troubles().toString());
            Arrived.requireAll(file, stage.taken());
        }
    }

    @Test
    void shouldSendSoundInStepWithThePicture() throws Exception {
        try (FlashingShow show = new FlashingShow(StageRecorder.stream(server.address()), Timing.REAL_TIME, 160, 120)) {
            LiveStage.playConnected(show);
        }
        server.awaitExit();
        Step.of(Arrived.fromZero(server.received("ts").get(0))).requireInStep(0, 60, 3, 0.006);
    }
}
