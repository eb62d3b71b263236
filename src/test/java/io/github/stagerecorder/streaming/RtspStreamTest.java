package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.recording.FlashingShow;
import io.github.stagerecorder.recording.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams to GStreamer's RTSP server: what it writes is compared with what was drawn. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class RtspStreamTest {
    @TempDir
    Path folder;

    private RtspServer started(boolean hasSound) throws IOException {
        RtspServer server = new RtspServer(Files.createDirectory(folder.resolve("server")), hasSound);
        server.start();
        return server;
    }

    @Test
    void shouldRecordAFileAndGoOnWhenTheServerIsKilledAndStartedAgain() throws IOException {
        Path file = folder.resolve("stage.mov");
        try (RtspServer server = started(false);
                LiveStage stage = new LiveStage(StageRecorder.builder(file).alsoTo(server.address()))) {
            stage.playUntil("it is connected", () -> stage.counts().connected());
            stage.play(2);
            server.kill();
            stage.playUntil("it is interrupted", stage::isInterrupted);
            assertEquals(1, stage.troubles().size(), stage.troubles().toString());
            server.start();
            stage.playUntil("it is connected again", () -> stage.counts().connected());
            stage.play(1);
            stage.end();
            Arrived.requireAll(file, stage.taken());
            assertEquals(1, stage.counts().reconnections());
            assertTrue(stage.counts().framesLost() > 0, stage.counts().toString());
            List<Path> received = server.received("ts");
            assertEquals(2, received.size());
            assertEquals(0, Arrived.over(received.get(0), stage.taken()).get(0));
            Arrived.over(received.get(1), stage.taken());
        }
    }

    @Test
    void shouldSendSoundInStepWithThePicture() throws Exception {
        try (RtspServer server = started(true)) {
            try (FlashingShow show =
                    new FlashingShow(StageRecorder.stream(server.address()), Timing.REAL_TIME, 160, 120)) {
                LiveStage.playConnected(show);
            }
            Path received = Arrived.fromZero(server.received("ts").get(0));
            Step.of(received).requireInStep(0, 60, 3, 0.006);
        }
    }
}
