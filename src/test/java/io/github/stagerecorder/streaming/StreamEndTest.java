package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.StageRecorder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was sent has arrived when the recorder is closed: the last frame, and a clip of a few. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class StreamEndTest {
    @TempDir
    Path folder;

    private StreamServer server;
    private String extension;

    @AfterEach
    void stopServer() {
        server.close();
    }

    private URI start(String protocol) {
        server = switch (protocol) {
            case "rtmp" -> new NginxServer(folder);
            case "srt" -> new SrtServer(folder);
            default -> new RtspServer(folder, false);
        };
        server.start();
        extension = protocol.equals("srt") ? "ts" : "flv";
        return URI.create(protocol + "://127.0.0.1:" + server.port + (protocol.equals("srt") ? "" : "/live")
                + (protocol.equals("rtmp") ? "/key" : ""));
    }

    @ParameterizedTest
    @CsvSource({"rtmp, 1", "rtmp, 5", "rtmp, 60", "srt, 5", "srt, 60", "rtsp, 5", "rtsp, 60"})
    void shouldHaveArrived(String protocol, int frames) {
        try (LiveStage stage = new LiveStage(StageRecorder.stream(start(protocol)))) {
            stage.playUntil("enough is taken", () -> stage.taken().size() >= frames);
            stage.end();
            assertEquals(List.of(), stage.troubles());
            assertEquals(0, stage.counts().framesLost(), stage.counts().toString());
            assertEquals(stage.encoded(), stage.counts().framesSent());
            StreamServer.await(
                    "all has arrived: " + stage.taken(),
                    () -> Arrived.over(server.received(extension).get(0), stage.taken())
                            .equals(stage.taken()));
        }
    }
}
