package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL11.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11.glClear;
import static org.lwjgl.opengl.GL11.glClearColor;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingSwitch;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A stream beside what else a recorder can do at the same time. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class StreamAndMoreTest {
    private static final int[][] SIZES_PX = {{160, 120}, {320, 180}, {1, 1}, {101, 97}, {160, 120}};
    private static final int FRAMES = 40;

    @TempDir
    Path folder;

    private NginxServer server;
    private OffscreenSurface surface;
    private int painted;

    @BeforeEach
    void begin() throws IOException {
        server = new NginxServer(Files.createDirectory(folder.resolve("server")));
        server.start();
        surface = new OffscreenSurface(160, 120);
    }

    @AfterEach
    void end() {
        surface.close();
        server.close();
    }

    private RecorderBuilder options(Path file) {
        return StageRecorder.builder(file)
                .alsoTo(server.application(), "key")
                .size(160, 120)
                .timing(Timing.FRAME_BY_FRAME);
    }

    private void paint() {
        glClearColor(painted++ % 2, 1, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    private void record(StageRecorder recorder, int frames) {
        for (int i = 0; i < frames; i++) {
            paint();
            assertEquals(CaptureResult.TAKEN, recorder.capture());
        }
    }

    private static int frames(Path video) {
        return DecodedVideo.of(video).info().packetTicks().size();
    }

    @Test
    void shouldSendEachFrameOfAStageThatIsResized() {
        Path file = folder.resolve("stage.mp4");
        try (StageRecorder recorder = options(file).start()) {
            for (int[] sizePx : SIZES_PX) {
                surface.resize(sizePx[0], sizePx[1]);
                recorder.resize(sizePx[0], sizePx[1]);
                record(recorder, FRAMES);
            }
        }
        int all = SIZES_PX.length * FRAMES;
        Path received = server.received("flv").get(0);
        assertEquals(List.of(all, all), List.of(frames(file), frames(received)));
        assertEquals(160, DecodedVideo.of(received).info().widthPx());
    }

    @Test
    void shouldSaveAReplayOfWhatIsSent() {
        Path file = folder.resolve("stage.mp4");
        Path replay = folder.resolve("replay.mp4");
        try (StageRecorder recorder =
                options(file).replay(Duration.ofSeconds(2)).start()) {
            record(recorder, 4 * FRAMES);
            CompletableFuture<SavedReplay> saved = recorder.saveReplay(replay);
            record(recorder, FRAMES);
            assertTrue(saved.join().frames() >= 60, saved.join().toString());
            assertEquals(saved.join().frames(), frames(replay));
        }
        assertEquals(5 * FRAMES, frames(file));
        assertEquals(5 * FRAMES, frames(server.received("flv").get(0)));
    }

    @Test
    void shouldSendEachClipOfASwitch() throws IOException {
        Path clips = Files.createDirectory(folder.resolve("clips"));
        try (RecordingSwitch recording = RecordingSwitch.into(clips)
                .format("mkv")
                .options(o -> o.alsoTo(server.application(), "key").timing(Timing.FRAME_BY_FRAME))
                .create()) {
            for (int clip = 0; clip < 2; clip++) {
                recording.start();
                for (int i = 0; i < 4 * FRAMES; i++) {
                    paint();
                    recording.frame();
                    LockSupport.parkNanos(20_000_000);
                }
                recording.stop();
                paint();
                recording.frame();
            }
        }
        try (Stream<Path> files = Files.list(clips)) {
            List<Integer> kept = files.sorted().map(StreamAndMoreTest::frames).toList();
            assertEquals(2, kept.size());
            assertEquals(
                    kept,
                    server.received("flv").stream()
                            .map(StreamAndMoreTest::frames)
                            .toList());
        }
    }
}
