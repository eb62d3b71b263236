package io.github.stagerecorder.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another user has put a library where this user's is looked for, or can. The planted one tells another ABI number, so
 * a process that loads it says so.
 */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the other user is one of Linux")
class PlantedModuleTest {
    private static final int USER = 54321;
    private static final int OTHER = 54322;
    private static final Path PLANTED = Path.of("target", "native", System.mapLibraryName("other_abi"));

    @TempDir
    private Path folder;

    private LoadingProcess process;

    @BeforeEach
    void becomeAnotherUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can be two users");
        process = new LoadingProcess(folder).by(as(USER));
        give(process.temporary, USER, "rwx------");
        Files.createDirectory(process.cache);
    }

    private static String[] as(int user) {
        return new String[] {"setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"};
    }

    @Test
    void shouldLoadFromACacheOfItsOwn() throws Exception {
        give(process.cache, USER, "rwx------");
        assertEquals(List.of(process.kept().toString()), LoadingProcess.mapped(process.run(1)));
    }

    @Test
    void shouldLoadNothingFromAFolderOfAnotherUser() throws Exception {
        plant(OTHER, "rwxr-xr-x");
        give(process.cache, OTHER, "rwxrwxrwx");
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    @Test
    void shouldLoadNothingFromAFolderOfAnotherUserInOneThatAllMayWrite() throws Exception {
        plant(OTHER, "rwxr-xr-x");
        sticky(process.cache);
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    @Test
    void shouldLoadNothingFromAFolderOfItsOwnThatOthersMayWrite() throws Exception {
        plant(USER, "rwxrwxrwx");
        give(process.cache, USER, "rwx------");
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    @Test
    void shouldLoadNothingFromAFolderThatOthersCouldReplace() throws Exception {
        plant(USER, "rwx------");
        give(process.cache, USER, "rwxrwxr-x");
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    /** The permission bits of the owner and of others alone do not tell who else may write. */
    @Test
    void shouldLoadNothingFromAFolderThatAnAccessListLetsAnotherUserWrite() throws Exception {
        plant(USER, "rwx------");
        give(process.cache, USER, "rwx------");
        String program = "import os, struct, sys; every = 0xffffffff; entry = lambda *e: struct.pack('<HHI', *e)\n"
                + "os.setxattr(sys.argv[1], 'system.posix_acl_access', struct.pack('<I', 2) + entry(1, 7, every)"
                + " + entry(2, 7, " + OTHER + ") + entry(4, 0, every) + entry(16, 7, every) + entry(32, 0, every))";
        Process list = new ProcessBuilder("python3", "-c", program, process.cache.toString()).start();
        assumeTrue(list.waitFor() == 0, "this file system has no access lists");
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    @Test
    void shouldLoadNothingThroughALinkInPlaceOfTheFile() throws Exception {
        plant(USER, "rwx------");
        Path elsewhere = Files.move(process.kept(), folder.resolve("elsewhere.so"));
        give(elsewhere, OTHER, "rwxr-xr-x");
        Files.createSymbolicLink(process.kept(), elsewhere);
        give(process.cache, USER, "rwx------");
        assertEquals(List.of(process.kept().toString()), LoadingProcess.mapped(process.run(1)));
        assertTrue(Files.isRegularFile(process.kept(), LinkOption.NOFOLLOW_LINKS));
    }

    /** The other user can write into the file after the last look at it. */
    @Test
    void shouldLoadNothingFromAFileOfAnotherUserThatIsLinkedIntoTheCache() throws Exception {
        Files.createDirectories(process.kept().getParent());
        Path elsewhere = Files.copy(process.module(), folder.resolve("elsewhere.so"));
        Files.createLink(process.kept(), elsewhere);
        giveAll(process.cache, USER, "rwx------");
        give(elsewhere, OTHER, "rwxr-xr-x");
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    /** A folder without the sticky bit lets everybody rename what is in it. */
    @Test
    void shouldLoadFromAFolderOfItsOwnInOneThatAllMayWriteOnlyIfThatIsSticky() throws Exception {
        sticky(process.cache);
        assertEquals(List.of(process.kept().toString()), LoadingProcess.mapped(process.run(1)));
        give(process.cache, 0, "rwxrwxrwx");
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    /** As on hosts with many users: each may use the folder, and nobody sees what the others have there. */
    @Test
    void shouldLoadFromATemporaryFolderThatCannotBeListed() throws Exception {
        process.withHome("/nonexistent");
        Files.setAttribute(process.temporary, "unix:uid", 0);
        Files.setAttribute(process.temporary, "unix:mode", 01733);
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    /** The owner of a sticky folder may rename what is in it. */
    @Test
    void shouldLoadNothingFromAStickyFolderOfAnotherUser() throws Exception {
        sticky(process.cache);
        Files.setAttribute(process.cache, "unix:uid", OTHER);
        assertLoadedFromTemporaryFolder(process.run(2));
    }

    @Test
    void shouldLoadFromTheTemporaryFolderWhereThereIsNoHome() throws Exception {
        for (String home : List.of("/nonexistent", "?", "")) {
            process.withHome(home);
            assertTrue(LoadingProcess.mapped(process.run(1)).get(0).startsWith(process.temporary + "/"));
        }
    }

    @Test
    void shouldReplaceAFileOfItsOwnThatHoldsSomethingElse() throws Exception {
        plant(USER, "rwx------");
        give(process.cache, USER, "rwx------");
        assertEquals(List.of(process.kept().toString()), LoadingProcess.mapped(process.run(1)));
    }

    /**
     * Another user exchanges, all the time, a link above the cache: to this user's folder, to a planted one, and back.
     */
    @Test
    void shouldLoadNothingPlantedWhileFoldersAreSwapped() throws Exception {
        Path good = Files.createDirectory(folder.resolve("good"));
        give(good, USER, "rwx------");
        plant(OTHER, "rwxr-xr-x");
        Path evil = Files.move(process.cache, folder.resolve("evil"));
        give(evil, OTHER, "rwxrwxrwx");
        Path links = Files.createDirectory(folder.resolve("links"));
        give(links, OTHER, "rwxr-xr-x");
        Files.createSymbolicLink(process.cache, links.resolve("link"));
        Process swapper = swap(links, good, evil);
        try {
            List<String> printed = process.run(100);
            assertEquals(List.of(), LoadingProcess.refused(printed));
            assertEquals(100, LoadingProcess.mapped(printed).size());
            assertTrue(LoadingProcess.mapped(printed).stream().noneMatch(file -> file.startsWith(evil.toString())));
            assertTrue(swapper.isAlive());
        } finally {
            swapper.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static Process swap(Path links, Path good, Path evil) throws IOException {
        String loop = "cd \"$0\"; while :; do ln -sfn \"$1\" a; mv -fT a link; ln -sfn \"$2\" b; mv -fT b link; done";
        ProcessBuilder builder = new ProcessBuilder(as(OTHER));
        builder.command().addAll(List.of("sh", "-c", loop, links.toString(), good.toString(), evil.toString()));
        return builder.inheritIO().start();
    }

    @Test
    void shouldNameTheStepOfThePathThatOthersCouldChange() throws Exception {
        give(process.cache, OTHER, "rwxrwxrwx");
        Files.setPosixFilePermissions(process.temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        String refused = LoadingProcess.refused(process.run(1)).get(0);
        assertTrue(
                refused.contains("not safe, because " + process.cache + " belongs to the user " + OTHER)
                        && refused.contains(
                                "not safe, because " + process.temporary + " can be written by others than its owner"),
                refused);
    }

    /** Puts a library where the user's would be kept; that and its folders belong to the owner. */
    private void plant(int owner, String permissions) throws IOException {
        Files.createDirectories(process.kept().getParent());
        Files.copy(PLANTED, process.kept());
        giveAll(process.cache, owner, permissions);
    }

    private static void giveAll(Path folder, int owner, String permissions) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                give(file, owner, permissions);
            }
        }
    }

    private static void give(Path file, int owner, String permissions) throws IOException {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void sticky(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", 0);
        Files.setAttribute(file, "unix:mode", 01777);
    }

    private void assertLoadedFromTemporaryFolder(List<String> printed) {
        assertEquals(List.of(), LoadingProcess.refused(printed));
        assertEquals(2, LoadingProcess.mapped(printed).size());
        assertTrue(
                LoadingProcess.mapped(printed).stream().allMatch(file -> file.startsWith(process.temporary + "/")),
                printed::toString);
    }
}
