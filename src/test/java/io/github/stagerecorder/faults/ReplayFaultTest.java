package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.SmallDisk;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.recording.RecordedStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full, or the process is killed, while a replay is saved. */
@Timeout(60)
class ReplayFaultTest {
    private static final int FRAMES = 2000;
    private static final long PAGE_BYTES = 4096;

    @TempDir
    Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The disk has room for the packets, with a reserve, but not for what the container adds to each small one. */
    @Test
    void shouldFailAloneOnADiskThatBecomesFull() throws Exception {
        Path recorded = folder.resolve("stage.mkv");
        try (RecordedStage black = new RecordedStage(
                64,
                64,
                StageRecorder.builder(recorded)
                        .timing(Timing.FRAME_BY_FRAME)
                        .whenBehind(WhenBehind.WAIT)
                        .pipeline("x264enc tune=zerolatency aud=false key-int-max=1000 ! matroskamux")
                        .replay(Duration.ofSeconds(FRAMES)))) {
            capture(black.recorder(), FRAMES);
            failOnSmallDisk(black.recorder(), "replay.mkv");
            capture(black.recorder(), 30);
            SavedReplay other =
                    black.recorder().saveReplay(folder.resolve("other.mkv")).join();
            assertEquals(FRAMES + 30, other.frames());
        }
        assertEquals(FRAMES + 30, DecodedVideo.of(recorded).info().packetNs().size());
        assertEquals(List.of("disk", "other.mkv", "stage.mkv"), names(folder));
    }

    private static void capture(StageRecorder recorder, int frames) {
        for (int i = 0; i < frames; i++) {
            assertEquals(CaptureResult.TAKEN, recorder.capture());
        }
    }

    private void failOnSmallDisk(StageRecorder recorder, String name) throws Exception {
        Path whole = folder.resolve(name);
        SavedReplay saved = recorder.saveReplay(whole).join();
        long fileBytes = Files.size(whole);
        Files.delete(whole);
        long diskBytes = (recorder.stats().replayBytes() * 8 / 7 / PAGE_BYTES + 1) * PAGE_BYTES;
        assertTrue(fileBytes > diskBytes, saved + " has " + fileBytes + " bytes, and the disk " + diskBytes);
        try (SmallDisk disk = SmallDisk.of(diskBytes, Files.createDirectory(folder.resolve("disk")))) {
            CompletableFuture<SavedReplay> save =
                    recorder.saveReplay(disk.folder().resolve(name));
            RecordingException why = (RecordingException)
                    assertThrows(CompletionException.class, save::join).getCause();
            assertEquals(FailureKind.OUTPUT, why.kind(), why.getMessage());
            assertTrue(why.getMessage().startsWith("cannot save a replay to "), why.getMessage());
            assertEquals(List.of(), names(disk.folder()));
        }
    }

    @Test
    void shouldLeaveNothingUnderTheNameAfterAKillAndTidyUpAtTheNextStart() throws Exception {
        Process program = ChildJvm.of(
                        KilledWhileSaving.class, folder.resolve("replay.mkv").toString())
                .start();
        String printed = ChildJvm.printed(program);
        assertEquals(0, program.waitFor(), printed);
        List<String> left = names(folder);
        assertTrue(left.size() == 2 && left.get(0).startsWith(".stagerecorder-"), left::toString);
        assertEquals("stage.mkv", left.get(1));
        Path next = folder.resolve("next.mkv");
        try (RecordedStage stage = new RecordedStage(320, 240, StageRecorder.builder(next))) {
            stage.draw();
            stage.recorder().capture();
        }
        assertEquals(List.of("next.mkv", "stage.mkv"), names(folder));
    }
}
