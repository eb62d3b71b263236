package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.SmallDisk;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another program fills the disk: the recording ends early, and then there is no room for its end. */
@Timeout(60)
class FilledDiskTest {
    private static final int DISK_BYTES = 8 << 20;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FIRST_FRAMES = 10;
    private static final int FRAMES = 60;
    private static final int FRAMES_PER_SECOND = 30;
    private static final byte[] OLD = "an older recording".getBytes();

    @TempDir
    Path folder;

    private SmallDisk disk;
    private Path file;

    @BeforeEach
    void makeDisk() throws Exception {
        disk = SmallDisk.of(DISK_BYTES, folder);
    }

    @AfterEach
    void giveDiskBack() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    /** In the first half second nothing of an MP4 plays. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv"})
    void shouldPutTheOldFileBackIfNothingInTheNewOnePlays(String container) throws Exception {
        Closing closing = recordUntilFilled(container, 1);
        assertEquals(FailureKind.OUTPUT, closing.kind());
        assertEquals(Status.FAILED, closing.outcome().status());
        assertArrayEquals(OLD, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "ogg"})
    void shouldTellHowFarTheFilePlays(String container) throws Exception {
        Closing closing = recordUntilFilled(container, FRAMES);
        assertEquals(FailureKind.OUTPUT, closing.kind());
        assertEquals(Status.TRUNCATED, closing.outcome().status());
        int[] frames = {0};
        DecodedVideo.ofCutOff(file).forEach(PixelLayout.LUMA, (index, luma) -> frames[0]++);
        long playsNs = frames[0] * 1_000_000_000L / FRAMES_PER_SECOND;
        assertTrue(closing.outcome().playableUntilNs() <= playsNs, () -> "plays until " + playsNs + ", but " + closing);
        assertTrue(closing.outcome().playableUntilNs() > 0);
    }

    private Closing recordUntilFilled(String container, int frames) throws Exception {
        file = Files.write(disk.folder().resolve("stage." + container), OLD);
        try (NoisyStage stage = new NoisyStage(WIDTH_PX, HEIGHT_PX)) {
            StageRecorder recorder = stage.everyFrame(file).overwrite(true).start();
            for (int i = 0; i < frames || i < FIRST_FRAMES && !hasBegun(); i++) {
                stage.draw();
                assertEquals(CaptureResult.TAKEN, recorder.capture());
                Thread.sleep(i < FIRST_FRAMES ? 50 : 0); // for the encoder
            }
            assertTrue(hasBegun());
            fill();
            for (int i = 0; i < 10 && recorder.capture() != CaptureResult.FAILED; i++) {
                stage.draw();
                Thread.sleep(30); // longer than between two looks at the disk
            }
            return Closing.of(recorder);
        }
    }

    private boolean hasBegun() {
        long bytes = file.toFile().length();
        return bytes != OLD.length && bytes != 0;
    }

    private void fill() throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(disk.folder().resolve("filler"))) {
            while (true) {
                filler.write(page);
            }
        } catch (IOException e) {
            return; // the disk is full
        }
    }
}
