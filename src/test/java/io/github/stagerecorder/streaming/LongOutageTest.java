package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.StreamStats;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.recording.FlashingShow;
import io.github.stagerecorder.recording.Step;
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

/** An SRT server that comes late, and later is away for half a minute. Nothing but silence tells that it is gone. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class LongOutageTest {
    private static final double OUTAGE_S = 30;

    @TempDir
    Path folder;

    private final List<String> interruptions = new CopyOnWriteArrayList<>();

    private RecorderBuilder hearing(RecorderBuilder options) {
        RecorderListener listener = new RecorderListener() {
            @Override
            public void troubled(Trouble trouble, String message) {
                if (trouble == Trouble.STREAM) {
                    interruptions.add(message);
                }
            }
        };
        return options.listener(listener, Runnable::run);
    }

    @Test
    void shouldGoOnInStep() throws Exception {
        Path file = folder.resolve("stage.mkv");
        try (SrtServer server = new SrtServer(Files.createDirectory(folder.resolve("server")))) {
            RecorderBuilder options = hearing(StageRecorder.builder(file).alsoTo(server.address()));
            try (FlashingShow show = new FlashingShow(options, Timing.REAL_TIME, 160, 120)) {
                show.play(3);
                server.start();
                LiveStage.playConnected(show);
                interruptions.clear();
                server.kill();
                show.play(OUTAGE_S);
                StreamStats during = show.recorder().stats().stream();
                assertTrue(!during.connected() && during.reconnections() == 0, during.toString());
                server.start();
                LiveStage.playConnected(show);
                show.recorder().finish().join();
                requireAllCounted(show.recorder().stats(), file);
            }
            List<Path> received = server.received("ts");
            Step.of(Arrived.fromZero(received.get(1))).requireInStep(0, 60, 8, 0.006);
        }
        Step.of(file).require(0, 60, 100, 0.005);
    }

    private void requireAllCounted(Stats stats, Path file) {
        StreamStats stream = stats.stream();
        long encoded = stats.delivered() + stats.repeated();
        assertEquals(encoded, stream.framesSent() + stream.framesLost());
        assertTrue(stream.framesLost() > 20 * OUTAGE_S, stream.toString());
        assertEquals(1, stream.reconnections());
        assertEquals(1, interruptions.size(), interruptions.toString());
        assertEquals(0, stats.lost());
        assertEquals(encoded, DecodedVideo.of(file).info().packetTicks().size());
    }
}
