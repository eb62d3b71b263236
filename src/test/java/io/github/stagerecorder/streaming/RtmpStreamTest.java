package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.StageRecorder;
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

/** Streams to nginx: what it records is compared with what was drawn. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class RtmpStreamTest {
    private static final String KEY = "k3y-of-the-stream";

    @TempDir
    Path folder;

    private NginxServer server;

    @BeforeEach
    void makeServer() throws Exception {
        server = new NginxServer(Files.createDirectory(folder.resolve("server")));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void shouldSendTheStreamAlone() {
        server.start();
        try (LiveStage stage = new LiveStage(StageRecorder.stream(server.application(), KEY))) {
            stage.play(2);
            stage.end();
            assertEquals(
                    stage.encoded(), stage.counts().framesSent(), stage.counts().toString());
            assertEquals(0, stage.counts().framesLost());
            assertTrue(stage.counts().bytesSent() > 10_000, stage.counts().toString());
            assertEquals(List.of(), stage.troubles());
            Path received = server.received("flv").get(0);
            StreamServer.await(
                    "all has arrived",
                    () -> Arrived.over(received, stage.taken()).equals(stage.taken()));
        }
    }

    @Test
    void shouldRecordAFileAndGoOnWhenTheServerIsKilledAndStartedAgain() {
        server.start();
        Path file = folder.resolve("stage.mp4");
        try (LiveStage stage = new LiveStage(StageRecorder.builder(file).alsoTo(server.application(), KEY))) {
            stage.playThroughARestart(server, 2);
            Arrived.requireAll(file, stage.taken());
            assertTrue(stage.counts().framesLost() > 30, stage.counts().toString());
            assertEquals(
                    stage.encoded(),
                    stage.counts().framesSent() + stage.counts().framesLost());
            List<Path> received = server.received("flv");
            assertEquals(2, received.size());
            assertEquals(0, Arrived.over(received.get(0), stage.taken()).get(0));
            StreamServer.await(
                    "the end has arrived",
                    () -> Arrived.over(received.get(1), stage.taken())
                            .contains(stage.taken().get(stage.taken().size() - 1)));
        }
    }
}
