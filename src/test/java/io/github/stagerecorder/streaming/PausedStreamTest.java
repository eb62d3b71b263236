package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.recording.FlashingShow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing comes in a pause, and a muxer keeps a packet of one track until the other one has come as far. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class PausedStreamTest {
    private static final long PAUSE_MS = 6_500; // longer than the network may take nothing

    @TempDir
    Path folder;

    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private RecorderBuilder hearing(RecorderBuilder options) {
        RecorderListener listener = new RecorderListener() {
            @Override
            public void troubled(Trouble trouble, String message) {
                troubles.add(message);
            }
        };
        return options.listener(listener, Runnable::run);
    }

    @Test
    void shouldNotBeTakenForAStall() throws Exception {
        Path file = folder.resolve("stage.mkv");
        try (NginxServer server = new NginxServer(Files.createDirectory(folder.resolve("server")))) {
            server.start();
            RecorderBuilder options = hearing(StageRecorder.builder(file).alsoTo(server.application(), "key"));
            try (FlashingShow show = new FlashingShow(options, Timing.REAL_TIME, 160, 120)) {
                show.play(2);
                show.recorder().pause();
                Thread.sleep(PAUSE_MS);
                show.recorder().resume();
                show.play(1);
                show.recorder().finish().join();
                assertEquals(List.of(), troubles);
                assertEquals(1, server.received("flv").size());
            }
        }
    }
}
