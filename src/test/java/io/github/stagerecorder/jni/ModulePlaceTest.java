package io.github.stagerecorder.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the module is unpacked, and what happens when it does not load from there. */
@Timeout(120)
class ModulePlaceTest {
    private static final int RELOADS = 30;
    private static final String NO_MOUNTS = "file systems cannot be mounted there by a command";

    @TempDir
    private Path folder;

    private LoadingProcess process;

    @BeforeEach
    void copyClasses() throws IOException {
        process = new LoadingProcess(folder);
    }

    @Test
    void shouldKeepTheModuleForThisUserAlone() throws Exception {
        assertEquals(List.of(process.kept().toString()), LoadingProcess.mapped(process.run(1)));
        assertForThisUserAlone(process.kept().getParent());
        assertEquals(List.of(process.kept().toString()), LoadingProcess.mapped(process.run(1)), "the second start");
    }

    private static void assertForThisUserAlone(Path created) throws IOException {
        if (OS.WINDOWS.isCurrentOs()) {
            assertNull(AclWriters.ofThisUser().danger(created, true));
        } else {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(created)));
        }
    }

    /** Windows keeps a library that is loaded, and a start removes it after ten minutes. */
    private void removeCopies() throws Exception {
        if (OS.WINDOWS.isCurrentOs()) {
            for (Path copy : entries(process.cache.resolve("stagerecorder"))) {
                Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
            }
            process.run(1);
        }
    }

    @Test
    void shouldGiveEachFurtherClassLoaderACopyAndLeaveNoFile() throws Exception {
        List<String> printed = process.run(RELOADS);
        assertEquals(List.of(), LoadingProcess.refused(printed));
        assertEquals(RELOADS, LoadingProcess.mapped(printed).size());
        removeCopies();
        assertEquals(List.of(process.kept().getParent()), entries(process.cache.resolve("stagerecorder")));
        assertEquals(List.of(), entries(process.temporary));
    }

    @Test
    void shouldShareTheCacheAmongProcessesThatStartAtOnce() throws Exception {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            started.add(process.start(process.app, 2));
        }
        for (Process one : started) {
            List<String> printed = LoadingProcess.end(one);
            assertEquals(List.of(), LoadingProcess.refused(printed));
            assertEquals(2, LoadingProcess.mapped(printed).size());
        }
        removeCopies();
        assertEquals(List.of(process.kept().getParent()), entries(process.cache.resolve("stagerecorder")));
        assertEquals(List.of(), entries(process.temporary));
    }

    /** Windows keeps every copy until its process has ended. */
    @Test
    void shouldRemoveCopiesThatADeadProcessLeft() throws Exception {
        process.run(1);
        Path left = Files.createDirectories(process.cache.resolve("stagerecorder/stagerecorder-copy-1"));
        Path younger = Files.createDirectories(process.cache.resolve("stagerecorder/stagerecorder-copy-2"));
        Files.createFile(left.resolve(process.module().getFileName()));
        Files.setLastModifiedTime(left, FileTime.fromMillis(0));
        process.run(1);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(younger));
    }

    @Test
    void shouldNotLoadWhatAnotherBuildKept() throws Exception {
        Path jar = folder.resolve("app.jar");
        byte[] first = Files.readAllBytes(process.module());
        zip(jar);
        long sizeBytes = Files.size(jar);
        assertArrayEquals(first, Files.readAllBytes(Path.of(onlyMapped(process.run(jar, 1)))));

        byte[] second = anotherOfTheSameSize(first);
        Files.write(process.module(), second);
        zip(jar);
        assertEquals(sizeBytes, Files.size(jar));
        assertArrayEquals(second, Files.readAllBytes(Path.of(onlyMapped(process.run(jar, 1)))));
    }

    @Test
    void shouldReplaceAKeptFileThatHoldsSomethingElse() throws Exception {
        process.run(1);
        Files.writeString(process.kept(), "half a file");
        assertEquals(process.kept().toString(), onlyMapped(process.run(1)));
        assertEquals(-1, Files.mismatch(process.module(), process.kept()));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldGoOnToTheTemporaryFolderWhereTheCacheMapsNoCode() throws Exception {
        mount(process.cache, "noexec");
        assertTrue(onlyMapped(process.run(1)).startsWith(process.temporary + "/stagerecorder-copy-"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldGoOnToTheTemporaryFolderWhereTheCacheCannotBeWritten() throws Exception {
        mount(process.cache, "ro");
        assertTrue(onlyMapped(process.run(1)).startsWith(process.temporary + "/stagerecorder-copy-"));
    }

    @Test
    void shouldGoOnToTheTemporaryFolderWhereTheCacheIsFull() throws Exception {
        mount(process.cache, "size=16k");
        assertTrue(onlyMapped(process.run(1)).startsWith(process.temporary + "/stagerecorder-copy-"));
    }

    /** With 002, which many systems give to their users, a new file may be written by its group. */
    @ParameterizedTest
    @ValueSource(strings = {"002", "000", "077"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a new file inherits the access list of its folder there")
    void shouldKeepTheModuleForThisUserAloneWhateverTheMaskOfNewFiles(String mask) throws Exception {
        process.by("sh", "-c", "umask " + mask + " && exec \"$@\"", "sh");
        List<String> printed = process.run(2);
        assertEquals(List.of(), LoadingProcess.refused(printed));
        assertTrue(LoadingProcess.mapped(printed).contains(process.kept().toString()), printed::toString);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(process.kept())));
    }

    @Test
    void shouldTellWhichPropertyNamesAFileThatDoesNotLoad() throws Exception {
        process.option("-D" + NativeModule.PATH_PROPERTY + "=" + folder.resolve("nowhere"));
        String refused = LoadingProcess.refused(process.run(1)).get(0);
        assertTrue(
                refused.startsWith("the file that the property stagerecorder.native names does not load: "), refused);
        assertTrue(refused.contains(folder.resolve("nowhere").toString()), refused);
    }

    /** As where a script passes on a variable that is not set. */
    @Test
    void shouldTakeAnEmptyPropertyForNone() throws Exception {
        process.option("-D" + NativeModule.PATH_PROPERTY + "=").option("-D" + NativeModule.FOLDER_PROPERTY + "=");
        assertEquals(process.kept().toString(), onlyMapped(process.run(1)));
    }

    @Test
    void shouldTakeTheFolderOfThePropertyFirst() throws Exception {
        Path chosen = folder.resolve("chosen");
        process.option("-D" + NativeModule.FOLDER_PROPERTY + "=" + chosen);
        assertTrue(Path.of(onlyMapped(process.run(1))).startsWith(chosen));
        assertFalse(Files.exists(process.cache));
    }

    @Test
    void shouldGoOnToTheTemporaryFolderWhereTheCacheIsAFile() throws Exception {
        Files.createFile(process.cache);
        assertTrue(Path.of(onlyMapped(process.run(1))).startsWith(process.temporary));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = NO_MOUNTS)
    void shouldTellEachPlaceItsReasonAndWhatMovesIt() throws Exception {
        process.option("-D" + NativeModule.FOLDER_PROPERTY + "=here");
        mount(process.cache, "noexec");
        mount(process.temporary, "ro");
        List<String> refused = LoadingProcess.refused(process.run(1));
        assertEquals(1, refused.size());
        for (String words : List.of(
                "from here (the property stagerecorder.native.folder moves it): the path is not absolute; ",
                "from " + process.cache + "/stagerecorder (the environment variable XDG_CACHE_HOME moves it): ",
                "failed to map segment",
                "from " + process.temporary + " (the property java.io.tmpdir moves it): ",
                "Read-only file system",
                "the property stagerecorder.native.folder can name another folder")) {
            assertTrue(refused.get(0).contains(words), () -> words + " is not in: " + refused);
        }
    }

    /** The mount is seen by the process alone, and ends with it. */
    private void mount(Path target, String option) throws Exception {
        assumeFalse(OS.WINDOWS.isCurrentOs(), "Windows mounts nothing for one process alone");
        Files.createDirectories(target);
        Process probe = new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "none", "/tmp").start();
        assumeTrue(probe.waitFor() == 0, "this process may not mount file systems");
        process.by(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o \"$0\" none \"$1\" && shift && exec \"$@\"",
                option,
                target + "");
    }

    private static String onlyMapped(List<String> printed) {
        List<String> mapped = LoadingProcess.mapped(printed);
        assertEquals(1, mapped.size(), printed::toString);
        return mapped.get(0);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** The name of the compiler, or what Windows' libraries tell DOS, is in the file, and nobody reads it. */
    private static byte[] anotherOfTheSameSize(byte[] module) {
        byte[] other = module.clone();
        Matcher words = Pattern.compile("GCC: \\(|clang version |in DOS mode")
                .matcher(new String(module, StandardCharsets.ISO_8859_1));
        assertTrue(words.find());
        other[words.start()] = 'X';
        return other;
    }

    /** Without compression and with constant times, so that two builds have the same size. */
    private void zip(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(process.app)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Path entry : files.filter(Files::isRegularFile).sorted().toList()) {
                add(zip, process.app.relativize(entry).toString().replace('\\', '/'), Files.readAllBytes(entry));
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
