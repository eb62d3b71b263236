package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.Outcome.Status;
import io.github.stagerecorder.SmallDisk;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a full disk, the file plays as far as the outcome says. */
@Timeout(60)
class FullDiskTest {
    private static final int LIMIT_BYTES = 150_000;
    private static final int SMALL_DISK_BYTES = 1 << 20;
    private static final int TINY_DISK_BYTES = 128 << 10;
    private static final int FRAMES_PER_SECOND = 30;
    private static final long INTERVAL_NS = 1_000_000_000L / FRAMES_PER_SECOND;
    private static final int MOST_FRAMES = 20_000;
    private static final String NO_LIMITS = "there is no command that limits the size of a file";

    @TempDir
    Path folder;

    /** The limit is one that any user may set. A write beyond it fails as on a full disk. */
    @ParameterizedTest
    @ValueSource(strings = {"ogg", "webm", "mkv", "mp4"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_LIMITS)
    void shouldTellHowFarTheFilePlaysWhenItsSizeIsLimited(String container) throws Exception {
        Path file = folder.resolve("stage." + container);
        ProcessBuilder program = ChildJvm.of(FullDisk.class, file.toString());
        program.command().addAll(0, List.of("prlimit", "--fsize=" + LIMIT_BYTES));
        check(FullDisk.parse(outputOf(program)), file);
    }

    @Test
    void shouldTellHowFarTheFilePlaysWhenTheDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.of(LIMIT_BYTES, folder)) {
            Path file = disk.folder().resolve("stage.mkv");
            check(FullDisk.at(file), file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "webm", "mkv", "mp4", "mov"})
    void shouldEndInTimeForACompleteFile(String container) throws Exception {
        try (SmallDisk disk = SmallDisk.of(SMALL_DISK_BYTES, folder)) {
            Path file = disk.folder().resolve("stage." + container);
            FullDisk ended = FullDisk.at(file);
            assertEquals(FailureKind.OUTPUT, ended.told());
            assertEquals(FailureKind.OUTPUT, ended.kind());
            assertEquals(Status.TRUNCATED, ended.status());
            List<Integer> numbers = DecodedVideo.of(file).frameNumbers(); // which accepts no damage
            assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), numbers);
            assertEquals(numbers.size() * 1_000_000_000L / FRAMES_PER_SECOND, ended.playableUntilNs(), 1_000_000);
        }
    }

    /** Of small frames at times of their own, the index at the end of an MP4 is a large part. */
    @Test
    void shouldKeepRoomForTheIndex() throws Exception {
        try (SmallDisk disk = SmallDisk.of(TINY_DISK_BYTES, folder);
                OffscreenSurface black = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX)) {
            Path file = disk.folder().resolve("stage.mp4");
            StageRecorder recorder = StageRecorder.builder(file)
                    .size(black.widthPx(), black.heightPx())
                    .timing(Timing.CALLER)
                    .whenBehind(WhenBehind.WAIT)
                    .start();
            long timeNs = 0;
            for (int i = 0; i < MOST_FRAMES && recorder.capture(timeNs) != CaptureResult.FAILED; i++) {
                timeNs += INTERVAL_NS + i % 3 * 1_000_000;
            }
            Closing closing = Closing.of(recorder);
            assertEquals(FailureKind.OUTPUT, closing.kind());
            List<Long> timesNs = DecodedVideo.of(file).info().packetNs();
            long lastNs = timesNs.get(timesNs.size() - 1);
            assertEquals(lastNs + INTERVAL_NS, closing.outcome().playableUntilNs(), INTERVAL_NS);
        }
    }

    private static String outputOf(ProcessBuilder program) throws IOException {
        return ChildJvm.printed(program.start());
    }

    private static void check(FullDisk ended, Path file) {
        assertEquals(FailureKind.OUTPUT, ended.told());
        assertEquals(FailureKind.OUTPUT, ended.kind());
        assertEquals(Status.TRUNCATED, ended.status());
        assertEquals(0, ended.poolBytes());
        List<Integer> numbers = DecodedVideo.ofCutOff(file).frameNumbers();
        assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), numbers);
        long playsNs = numbers.size() * 1_000_000_000L / FRAMES_PER_SECOND;
        assertTrue(ended.playableUntilNs() <= playsNs, () -> "plays until " + playsNs + " ns, but " + ended);
        assertTrue(ended.playableUntilNs() > 1_000_000_000L, ended::toString);
    }
}
