package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be named as the output, and what is refused by the start and the preflight in the same words. */
class OutputKindTest extends OnStage {
    private static final byte[] OLD = "an older recording".getBytes();
    private static final int LONGEST_NAME_BYTES = 255;
    private static final String TOO_LONG = OS.WINDOWS.isCurrentOs() ? "does not take it" : "File name too long";
    private static final String NO_SUCH_FILES = "Windows has no pipes and devices in folders";

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SUCH_FILES)
    void shouldRefuseAPipe() throws Exception {
        Path pipe = folder.resolve("pipe.mkv");
        NamedPipe.make(pipe);
        assertRefused(recorderTo("pipe.mkv"), "filesink");
        assertRefused(recorderTo("pipe.mkv").overwrite(true), "filesink");
        assertOnly("pipe.mkv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/full", "/dev/zero"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SUCH_FILES)
    void shouldRefuseADevice(String device) throws Exception {
        SymbolicLinks.make(folder.resolve("link.mkv"), Path.of(device));
        assertRefused(recorderTo("link.mkv").overwrite(true), "device");
        assertOnly("link.mkv");
    }

    @Test
    void shouldRefuseAFolder() throws Exception {
        Files.createDirectory(folder.resolve("stage.mkv"));
        assertRefused(recorderTo("stage.mkv").overwrite(true), "it is a folder");
        SymbolicLinks.make(folder.resolve("link.mkv"), Path.of("/"));
        assertRefused(recorderTo("link.mkv").overwrite(true), "it is a folder");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is one of Linux")
    void shouldRefuseAFolderThatTakesNoFolders() throws Exception {
        assertRefused(
                StageRecorder.builder(Path.of("/proc/stage.mkv")).size(WIDTH_PX, HEIGHT_PX),
                "the folder /proc takes no folders");
    }

    @Test
    void shouldRefuseAPathOfAnotherFileSystem() throws Exception {
        Path zip = folder.resolve("archive.zip");
        try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            RecorderBuilder builder =
                    StageRecorder.builder(archive.getPath("/stage.mkv")).size(WIDTH_PX, HEIGHT_PX);
            assertRefused(builder, "\"jar\"");
            assertFalse(Files.exists(archive.getPath("/stage.mkv")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2000})
    void shouldRefuseANameThatIsTooLong(int bytesTooMany) throws Exception {
        String name = "a".repeat(LONGEST_NAME_BYTES + bytesTooMany - 4) + ".mkv";
        assertRefused(recorderTo(name), TOO_LONG);
        assertRefused(recorderTo(name).overwrite(true), TOO_LONG);
        assertOnly();
    }

    @Test
    void shouldTakeTheLongestName() throws Exception {
        String name = "ä".repeat((LONGEST_NAME_BYTES - 5) / 2) + "a.mkv";
        assertEquals(LONGEST_NAME_BYTES, name.getBytes(StandardCharsets.UTF_8).length);
        assertRecords(name);
        assertRecords(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage.",
                "stage ",
                " ",
                "...",
                "100%.mkv",
                "a%20b%zz",
                "~",
                "$HOME",
                "a\\b",
                "\u0001",
                "a:b?*|<>\""
            })
    void shouldRecordToOddNames(String name) throws Exception {
        assertRecords(name);
        assertRecords(name);
    }

    /** Twice: the second time replaces the first file. */
    private void assertRecords(String name) throws Exception {
        FileNameSupport.assume(name);
        RecorderBuilder builder = recorderTo(name)
                .pipeline("x264enc tune=zerolatency ! matroskamux")
                .overwrite(true);
        assertTrue(builder.preflight().canRecord(), () -> builder.preflight().toString());
        try (StageRecorder recorder = builder.start()) {
            record(recorder, 2);
        }
        assertEquals(List.of(0, 1), DecodedVideo.of(folder.resolve(name)).frameNumbers());
        assertOnly(name);
    }

    @Test
    void shouldFollowALink() throws Exception {
        Path target = Files.write(Files.createDirectory(folder.resolve("other")).resolve("real.mkv"), OLD);
        Path link = SymbolicLinks.make(folder.resolve("stage.mkv"), Path.of("other/real.mkv"));
        assertRefused(recorderTo("stage.mkv"), "overwrite");
        recordOver("stage.mkv");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of(0, 1, 2), DecodedVideo.of(target).frameNumbers());
        assertOnly("other", "stage.mkv");
        assertOnlyIn(target.getParent(), "real.mkv");
    }

    @Test
    void shouldKeepWhatALinkPointsToUntilThereIsSomethingNew() throws Exception {
        Path target = Files.write(folder.resolve("real.mkv"), OLD);
        SymbolicLinks.make(folder.resolve("stage.mkv"), target);
        StageRecorder recorder = recorderTo("stage.mkv").overwrite(true).start();
        assertThrows(RecordingException.class, recorder::close);
        assertArrayEquals(OLD, Files.readAllBytes(target));
        assertOnly("real.mkv", "stage.mkv");
    }

    @Test
    void shouldCreateNothingWhereADanglingLinkPointsUnlessAsked() throws Exception {
        SymbolicLinks.make(folder.resolve("stage.mkv"), Path.of("real.mkv"));
        assertRefused(recorderTo("stage.mkv"), "overwrite");
        assertOnly("stage.mkv");
        recordOver("stage.mkv");
        assertEquals(
                List.of(0, 1, 2), DecodedVideo.of(folder.resolve("real.mkv")).frameNumbers());
        assertOnly("real.mkv", "stage.mkv");
    }

    @Test
    void shouldCreateNothingWhereALinkPointsThatAppearedSinceTheStart() throws Exception {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        SymbolicLinks.make(folder.resolve("stage.mkv"), Path.of("real.mkv"));
        record(recorder, 3);
        RecordingException failure = assertThrows(RecordingException.class, recorder::close);
        assertEquals(FailureKind.OUTPUT, failure.kind());
        assertOnly("stage.mkv");
    }

    @Test
    void shouldRefuseALinkIntoAFolderThatDoesNotExist() throws Exception {
        SymbolicLinks.make(folder.resolve("stage.mkv"), Path.of("none/real.mkv"));
        assertRefused(recorderTo("stage.mkv").overwrite(true), "does not exist");
    }

    @Test
    void shouldRefuseALinkToItself() throws Exception {
        SymbolicLinks.make(folder.resolve("stage.mkv"), Path.of("stage.mkv"));
        assertRefused(recorderTo("stage.mkv"), "link");
        assertRefused(recorderTo("stage.mkv").overwrite(true), "link");
    }

    private void recordOver(String name) {
        try (StageRecorder recorder = recorderTo(name).overwrite(true).start()) {
            record(recorder, 3);
        }
    }

    private static void assertRefused(RecorderBuilder builder, String why) {
        Preflight preflight = builder.preflight();
        assertFalse(preflight.canRecord());
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertEquals(refusal.getMessage(), preflight.findings().get(0).what());
    }

    private void assertOnly(String... names) throws Exception {
        assertOnlyIn(folder, names);
    }

    private static void assertOnlyIn(Path where, String... names) throws Exception {
        try (var files = Files.list(where)) {
            assertEquals(
                    List.of(names),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (String name : names) {
            assertTrue(Files.exists(where.resolve(name), LinkOption.NOFOLLOW_LINKS));
        }
    }
}
