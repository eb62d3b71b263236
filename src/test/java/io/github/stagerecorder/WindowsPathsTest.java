package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as only Windows has them. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "no other system has such paths")
class WindowsPathsTest extends OnStage {
    private static final byte[] OLD = "an older recording".getBytes();

    @Test
    void shouldRecordToAPathThatBeginsInTheFolderOfItsDrive() throws Exception {
        String name = "stage-" + System.nanoTime() + ".mkv";
        Path drive = Path.of("").toAbsolutePath().getRoot();
        Path file = Path.of(drive.toString().substring(0, 2) + name);
        assertTrue(!file.isAbsolute() && file.getRoot() != null, file::toString);
        try {
            record(file);
            assertEquals(List.of(0, 1), DecodedVideo.of(Path.of(name)).frameNumbers());
        } finally {
            Files.deleteIfExists(Path.of(name));
        }
    }

    /** In letters that differ from those of the folders. */
    @Test
    void shouldRecordToAnAbsolutePathInOtherLetters() throws Exception {
        Path file = Path.of(folder.toString().toUpperCase(Locale.ROOT), "STAGE.MKV");
        record(file);
        assertEquals(List.of(0, 1), DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void shouldRecordToAPathWithThePrefixOfLongOnes(int folders) throws Exception {
        Path deep = folder;
        for (int i = 0; i < folders; i++) {
            deep = Files.createDirectory(deep.resolve("folder of a name"));
        }
        record(prefixed(deep.resolve("stage.mkv")));
        assertTrue(Files.size(deep.resolve("stage.mkv")) > 0);
        assertEquals(1, deep.toFile().list().length);
    }

    private static Path prefixed(Path path) {
        try {
            return Path.of("\\\\?\\" + path);
        } catch (InvalidPathException e) {
            return abort("this Java has no such paths: " + e.getMessage());
        }
    }

    @Test
    void shouldRefuseAFolderOfAMachineThatIsNotThere() {
        assertRefused(StageRecorder.builder(Path.of("\\\\nowhere.invalid\\share\\stage.mkv")), "does not exist");
    }

    @Test
    void shouldRefuseADriveThatIsNotThere() {
        assumeTrue(!Files.exists(Path.of("Q:\\")), "there is a drive Q");
        assertRefused(StageRecorder.builder(Path.of("Q:\\stage.mkv")), "does not exist");
        assertRefused(StageRecorder.builder(Path.of("Q:stage.mkv")), "does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.mkv.", "stage.mkv...", "..."})
    void shouldRefuseANameWhoseEndWindowsDrops(String name) throws Exception {
        Path file = Files.write(folder.resolve("stage.mkv"), OLD);
        assertRefused(
                recorderTo(name).pipeline("x264enc ! matroskamux").overwrite(true), "Windows drops dots and spaces");
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void shouldRefuseAReadOnlyFile() throws Exception {
        Path file = Files.write(folder.resolve("stage.mkv"), OLD);
        Files.setAttribute(file, "dos:readonly", true);
        assertRefused(recorderTo("stage.mkv").overwrite(true), "it is read-only");
        assertArrayEquals(OLD, Files.readAllBytes(file));
        Files.setAttribute(file, "dos:readonly", false);
        record(file);
    }

    @Test
    void shouldTakeAFileOfTheSameNameInOtherLettersForTheSame() throws Exception {
        Path file = Files.write(folder.resolve("Stage.mkv"), OLD);
        assertRefused(recorderTo("STAGE.MKV"), "overwrite");
        assertArrayEquals(OLD, Files.readAllBytes(file));
        record(folder.resolve("STAGE.MKV"));
        assertEquals(List.of(0, 1), DecodedVideo.of(file).frameNumbers());
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void shouldNotWriteAFileTwiceUnderItsNameInOtherLetters() throws Exception {
        Path file = Files.createFile(folder.resolve("stage.mkv"));
        try (StageRecorder first = recorderTo("stage.mkv")
                .overwrite(true)
                .pipeline("x264enc tune=zerolatency ! matroskamux")
                .start()) {
            record(first, 3);
            while (!Files.exists(file) || Files.size(file) == 0) {
                Thread.sleep(1);
            }
            assertRefused(recorderTo("STAGE.mkv").overwrite(true), "another recording");
        }
    }

    /** A junction is what "mklink /J" makes: a folder that stands for another one. */
    @Test
    void shouldRecordThroughAJunction() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path junction = folder.resolve("junction");
        Process made = new ProcessBuilder("cmd", "/c", "mklink", "/J", junction.toString(), target.toString()).start();
        assumeTrue(made.waitFor() == 0 && Files.isDirectory(junction), "this system makes no junctions");
        record(junction.resolve("stage.mkv"));
        assertTrue(Files.size(target.resolve("stage.mkv")) > 0);
    }

    /** Twice: the second time replaces the first file. */
    private void record(Path file) {
        for (int times = 0; times < 2; times++) {
            try (StageRecorder recorder = StageRecorder.builder(file)
                    .size(WIDTH_PX, HEIGHT_PX)
                    .timing(Timing.FRAME_BY_FRAME)
                    .overwrite(true)
                    .start()) {
                record(recorder, 2);
            }
        }
    }

    private static void assertRefused(RecorderBuilder builder, String why) {
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertEquals(refusal.getMessage(), builder.preflight().findings().get(0).what());
    }
}
