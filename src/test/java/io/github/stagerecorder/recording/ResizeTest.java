package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.media.PixelLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stage changes its size while it is recorded, and the file keeps its size. */
@Timeout(60)
class ResizeTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FRAMES_PER_SIZE = 4;

    /** The sizes are larger, smaller, wider, taller, odd, and the first one again. */
    private static final int[][] SIZES_PX = {
        {WIDTH_PX, HEIGHT_PX}, {640, 480}, {160, 120}, {641, 240}, {211, 479}, {WIDTH_PX, HEIGHT_PX}
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM", "OGG"})
    void shouldHoldEveryFrameInOrderWhenTheStageChangesItsSize(Container container) {
        Path file = container.fileIn(folder);
        recordAllSizes(file);
        List<Integer> numbers = new ArrayList<>();
        DecodedVideo.of(file).forEach(PixelLayout.LUMA, (index, luma) -> {
            int[] sizePx = SIZES_PX[Math.min(index / FRAMES_PER_SIZE, SIZES_PX.length - 1)];
            numbers.add(Letterbox.of(WIDTH_PX, HEIGHT_PX, sizePx[0], sizePx[1]).frameNumber(luma));
        });
        assertEquals(
                IntStream.range(0, SIZES_PX.length * FRAMES_PER_SIZE).boxed().toList(), numbers);
    }

    @Test
    void shouldKeepTheFilesSizeWhenTheStageChangesItsSize() {
        Path file = folder.resolve("stage.mp4");
        recordAllSizes(file);
        assertEquals(WIDTH_PX, Ffprobe.of(file).widthPx());
        assertEquals(HEIGHT_PX, Ffprobe.of(file).heightPx());
    }

    private static void recordAllSizes(Path file) {
        try (RecordedStage stage = new RecordedStage(WIDTH_PX, HEIGHT_PX, RecordedStage.everyFrame(file))) {
            for (int[] sizePx : SIZES_PX) {
                stage.resize(sizePx[0], sizePx[1]);
                stage.record(FRAMES_PER_SIZE);
            }
        }
    }

    @Test
    void shouldTakeTheMemoryOfTheNewSizeAloneWhenTheStageHasGrown() {
        long largeBytes = poolBytesOf(640, 480);
        try (RecordedStage stage = start()) {
            stage.record(FRAMES_PER_SIZE);
            stage.resize(640, 480);
            stage.record(20);
            assertEquals(largeBytes, stage.recorder().stats().memory().poolBytes());
        }
    }

    /** Returns the pool's memory of a recording that begins at this size. */
    private long poolBytesOf(int widthPx, int heightPx) {
        Path file = folder.resolve("large.mp4");
        try (RecordedStage stage = new RecordedStage(widthPx, heightPx, RecordedStage.everyFrame(file))) {
            stage.record(1);
            return stage.recorder().stats().memory().poolBytes();
        }
    }

    @Test
    void shouldUseTheSlotsThereAreWhenTheStageHasShrunk() {
        try (RecordedStage stage = start()) {
            long poolBytes = stage.recorder().stats().memory().poolBytes();
            stage.record(FRAMES_PER_SIZE);
            stage.resize(160, 120);
            stage.record(FRAMES_PER_SIZE);
            assertEquals(poolBytes, stage.recorder().stats().memory().poolBytes());
        }
    }

    @Test
    void shouldGoOnAtTheOldSizeWhenTheNewOneIsRefused() {
        try (RecordedStage stage = start()) {
            stage.record(2);
            assertThrows(IllegalArgumentException.class, () -> stage.recorder().resize(2 * WIDTH_PX, HEIGHT_PX));
            stage.record(2);
        }
        assertEquals(
                List.of(0, 1, 2, 3),
                DecodedVideo.of(folder.resolve("stage.mp4")).frameNumbers());
    }

    private RecordedStage start() {
        return new RecordedStage(WIDTH_PX, HEIGHT_PX, RecordedStage.everyFrame(folder.resolve("stage.mp4")));
    }
}
