package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.recording.FlashingShow;
import io.github.stagerecorder.recording.Step;
import java.net.URI;
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
    /** As many frames as may be acknowledged and not yet counted. */
    private static final int UNDER_WAY = 10;

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
            long sentBefore = stage.counts().framesSent();
            stage.playUntil("it is interrupted", stage::isInterrupted);
            stage.play(1);
            stage.end();
            assertEquals(1, stage.troubles().size(), stage.troubles().toString());
            Arrived.requireAll(file, stage.taken());
            long sent = stage.counts().framesSent();
            assertTrue(sent <= sentBefore + UNDER_WAY, sentBefore + " and then " + stage.counts());
            assertEquals(stage.encoded(), sent + stage.counts().framesLost());
        }
    }

    @Test
    void shouldCountWhatIsDroppedWhileTheServerHesitates() {
        try (LiveStage stage = new LiveStage(StageRecorder.stream(server.address()))) {
            stage.playUntil("it is connected", () -> stage.counts().connected());
            stage.play(1);
            server.freeze();
            stage.play(3);
            server.thaw();
            stage.play(1);
            stage.end();
            assertEquals(List.of(), stage.troubles());
            long lost = stage.counts().framesLost();
            assertTrue(lost > 30 && lost < 100, stage.counts().toString());
            assertEquals(stage.encoded(), stage.counts().framesSent() + lost);
        }
    }

    @Test
    void shouldCountWhatHasNotArrivedAtTheEnd() {
        try (LiveStage stage = new LiveStage(StageRecorder.stream(server.address()))) {
            stage.playUntil("it is connected", () -> stage.counts().connected());
            server.freeze();
            long sentBefore = stage.counts().framesSent();
            stage.play(1);
            stage.end();
            assertTrue(stage.counts().framesSent() <= sentBefore + UNDER_WAY, sentBefore + " " + stage.counts());
            assertEquals(
                    stage.encoded(),
                    stage.counts().framesSent() + stage.counts().framesLost());
        }
    }

    @Test
    void shouldSendSoundInStepWithThePicture() throws Exception {
        URI address = URI.create("SRT://127.0.0.1:" + server.port);
        try (FlashingShow show = new FlashingShow(StageRecorder.stream(address), Timing.REAL_TIME, 160, 120)) {
            LiveStage.playConnected(show);
        }
        server.awaitExit();
        Step.of(Arrived.fromZero(server.received("ts").get(0))).requireInStep(0, 60, 3, 0.006);
    }
}
