package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Streams to GStreamer's RTSP server: what it writes is compared with what was drawn. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
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
            stage.playThroughARestart(server, 0);
            Arrived.requireAll(file, stage.taken());
            List<Path> received = server.received("flv");
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
                show.play(6);
            }
            Step step = Step.of(Arrived.atItsTimes(server.received("flv").get(0)));
            step.requireInStep(6, 60, 8, 0.015);
        }
    }
}
