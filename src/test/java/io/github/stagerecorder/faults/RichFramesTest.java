package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.SmallDisk;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rich frames fill a disk, of which half a second is a large part. Each file is complete all the same. */
@Timeout(120)
class RichFramesTest {
    private static final int DISK_BYTES = 6 << 20;
    private static final int WIDTH_PX = 640;
    private static final int HEIGHT_PX = 360;
    private static final int MOST_FRAMES = 2000;
    private static final int FRAMES_PER_SECOND = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "ogg"})
    void shouldEndInACompleteFile(String container) throws Exception {
        assertComplete(container, 1);
    }

    @Test
    void shouldEndInCompleteFilesOnTheSameDisk() throws Exception {
        assertComplete("mp4", 3);
    }

    private void assertComplete(String container, int recordings) throws Exception {
        try (SmallDisk disk = SmallDisk.of(DISK_BYTES, folder);
                NoisyStage stage = new NoisyStage(WIDTH_PX, HEIGHT_PX)) {
            List<Path> files = IntStream.range(0, recordings)
                    .mapToObj(i -> disk.folder().resolve("stage-" + i + "." + container))
                    .toList();
            List<Closing> closings = recordUntilFull(stage, files);
            for (int i = 0; i < recordings; i++) {
                assertComplete(files.get(i), closings.get(i));
            }
        }
    }

    private static List<Closing> recordUntilFull(NoisyStage stage, List<Path> files) {
        List<StageRecorder> recorders = new ArrayList<>();
        files.forEach(file -> recorders.add(stage.everyFrame(file).start()));
        List<StageRecorder> going = new ArrayList<>(recorders);
        for (int frame = 0; frame < MOST_FRAMES && !going.isEmpty(); frame++) {
            stage.draw();
            going.removeIf(recorder -> recorder.capture() == CaptureResult.FAILED);
        }
        return recorders.stream().map(Closing::of).toList();
    }

    private static void assertComplete(Path file, Closing closing) {
        assertEquals(FailureKind.OUTPUT, closing.kind());
        assertEquals(Status.TRUNCATED, closing.outcome().status());
        int[] frames = {0};
        DecodedVideo.of(file).forEach(PixelLayout.LUMA, (index, luma) -> frames[0]++); // which accepts no damage
        assertEquals(
                frames[0] * 1_000_000_000L / FRAMES_PER_SECOND,
                closing.outcome().playableUntilNs(),
                1_000_000);
        assertTrue(frames[0] > 0);
    }
}
