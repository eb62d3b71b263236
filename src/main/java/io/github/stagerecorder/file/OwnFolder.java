package io.github.stagerecorder.file;

import io.github.stagerecorder.log.Log;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Manages a folder of the recorder beside an output, for files that must not be lost or seen under the output's name.
 * The folder's name identifies the process that created it, so that a later process knows whether it is still in use.
 * Files keep their full names in it, because a longer name could exceed the limit of the file system.
 *
 * <pre>
 *   .stagerecorder-PID-STARTED-NUMBER/old/stage.mp4   the file that is being replaced
 *   .stagerecorder-PID-STARTED-NUMBER/new             the file that replaces it, by another name (a hard link)
 *   .stagerecorder-PID-STARTED-NUMBER/settled         an empty folder: the file that replaces it holds something
 *   .stagerecorder-PID-STARTED-NUMBER/trial/stage.mp4 an empty file, to see whether the file system takes its name
 *   .stagerecorder-PID-STARTED-NUMBER/draft/stage.png a file that gets its name when it is complete
 * </pre>
 */
final class OwnFolder {
    private static final Pattern NAME = Pattern.compile("\\.stagerecorder-(\\d{1,18})-(-?\\d{1,18})-\\d+");

    /** How the names of the folders of this process begin. */
    private static final String OURS =
            ".stagerecorder-" + ProcessHandle.current().pid() + "-" + startMs(ProcessHandle.current()) + "-";

    /** The start of another process may be told differently after the clock was set. */
    private static final long SAME_START_MS = 10_000;

    /** Folders that this process cannot remove yet: Windows keeps a file while another program has it open. */
    private static final Set<OwnFolder> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;

    private OwnFolder(Path folder) {
        this.folder = folder;
    }

    /** Creates a folder beside the output. */
    static OwnFolder beside(Path output) throws IOException {
        String name = OURS + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        return new OwnFolder(Files.createDirectory(output.resolveSibling(name)));
    }

    /** Creates an empty file with the output's name in here. */
    void tryName(Path output) throws IOException {
        Files.createFile(Files.createDirectory(trials()).resolve(output.getFileName()));
    }

    /** Finds a folder that a dead process left; empty if {@code found} is something else. */
    static Optional<OwnFolder> ofTheDead(Path found) {
        Matcher name = NAME.matcher(found.getFileName().toString());
        boolean dead = name.matches()
                && Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS)
                && !isAlive(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
        return dead ? Optional.of(new OwnFolder(found)) : Optional.empty();
    }

    /** In a container each process may have the same number, so the start of our own must be the very same. */
    private static boolean isAlive(long pid, long startMs) {
        ProcessHandle self = ProcessHandle.current();
        if (pid == self.pid()) {
            return startMs == startMs(self);
        }
        return ProcessHandle.of(pid)
                .map(OwnFolder::startMs)
                .map(ms -> ms < 0 || Math.abs(ms - startMs) < SAME_START_MS)
                .orElse(false);
    }

    /** Returns the start time of the process, or -1 if it is not known. */
    private static long startMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(-1L);
    }

    /** Returns whether the user of this process created the folder. Files in the folders of others are not put back. */
    boolean isOfThisUser() throws IOException {
        OwnFolder ours = beside(folder);
        try {
            return Files.getOwner(ours.folder).equals(Files.getOwner(folder));
        } finally {
            ours.remove();
        }
    }

    /** Moves the file here. */
    void take(Path file) throws IOException {
        Files.createDirectories(oldFiles());
        Files.move(file, old(file));
    }

    /**
     * Puts the file back where it was, or beside it if another file has its name now.
     *
     * @param isFree whether a file that has its name now may be replaced
     * @return the path of the file
     */
    Path putBack(Path file, boolean isFree) throws IOException {
        return isFree
                ? Files.move(old(file), file, StandardCopyOption.REPLACE_EXISTING)
                : Files.move(old(file), file.resolveSibling("old-" + file.getFileName()));
    }

    /** The file that was taken is not to be put back any more; {@link #remove} removes it too. */
    void settle() throws IOException {
        Files.createDirectories(settled());
    }

    /** Returns whether the file that was taken is not to be put back. */
    boolean isSettled() {
        return Files.exists(settled());
    }

    private Path settled() {
        return folder.resolve("settled");
    }

    /** Returns the folder of the files that are being replaced. */
    Path oldFiles() {
        return folder.resolve("old");
    }

    private Path old(Path file) {
        return oldFiles().resolve(file.getFileName());
    }

    /** Returns the path for a file that gets the name of {@code file} later. */
    Path newDraft(Path file) throws IOException {
        return Files.createDirectory(drafts()).resolve(file.getFileName());
    }

    private Path trials() {
        return folder.resolve("trial");
    }

    private Path drafts() {
        return folder.resolve("draft");
    }

    /** Remembers which file replaces the old one. Some file systems have no links; then it stays unknown. */
    void remember(Path newFile) {
        try {
            Files.createLink(link(), newFile);
        } catch (IOException | UnsupportedOperationException e) {
            Log.line(Level.DEBUG, "no link to " + newFile, e);
        }
    }

    /** Returns whether the file is the one that replaces the old one. */
    boolean remembers(Path file) throws IOException {
        return Files.exists(link()) && Files.isSameFile(link(), file);
    }

    private Path link() {
        return folder.resolve("new");
    }

    /** Removes the folder unless it holds an old file that is to be put back. */
    void remove() throws IOException {
        if (isSettled()) {
            removeAll(oldFiles());
        }
        Files.deleteIfExists(link());
        removeAll(trials());
        removeAll(drafts());
        Files.deleteIfExists(oldFiles());
        Files.deleteIfExists(settled());
        Files.deleteIfExists(folder);
    }

    private static void removeAll(Path files) throws IOException {
        if (Files.exists(files)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(files)) {
                for (Path file : found) {
                    Files.delete(file);
                }
            }
            Files.delete(files);
        }
    }

    /** Removes the folder after its purpose is fulfilled, or leaves that to a later start. */
    void removeOrLog() {
        if (!removeIfFree()) {
            HELD.add(this);
            Log.line(Level.INFO, "cannot remove " + folder + " yet; a later start tries again");
        }
    }

    /** Returns whether the folder is removed. */
    boolean removeIfFree() {
        try {
            remove();
            return true;
        } catch (IOException e) {
            Log.line(Level.DEBUG, "cannot remove " + folder, e);
            return false;
        }
    }

    /** Removes what earlier recordings of this process could not remove. */
    static void removeHeld() {
        HELD.removeIf(OwnFolder::removeIfFree);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
