package io.github.stagerecorder.file;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names the file to write. Immutable.
 *
 * @param path the path, which becomes absolute; a symbolic link is followed
 * @param overwrite whether an existing file may be replaced
 */
public record OutputTarget(Path path, boolean overwrite) {
    private static final int MOST_LINKS = 40;

    public OutputTarget {
        path = absoluteOrAsItIs(path);
    }

    private static Path absoluteOrAsItIs(Path path) {
        try {
            return absolute(path);
        } catch (RecordingException e) {
            return path; // requireWritable() tells why
        }
    }

    /** @throws RecordingException if it begins in the folder of a drive that is not there */
    public static Path absolute(Path path) {
        try {
            return path.toAbsolutePath();
        } catch (IOError e) {
            throw new RecordingException(FailureKind.OUTPUT, "cannot write " + path + ": its drive does not exist", e);
        }
    }

    /**
     * Checks that the file can be written, and leaves nothing behind.
     *
     * @throws RecordingException if the folder does not exist or cannot be written, if the disk is full, if the file
     *     system refuses the name, or if the file must not be replaced
     */
    public void requireWritable() {
        requireDefaultFileSystem();
        absolute(path);
        Path file = file();
        requireName(file);
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw refuse("the folder " + folder + " does not exist");
        }
        requireReplaceable();
        if (freeBytes() == 0) {
            throw refuse("the disk is full");
        }
        tryToWrite(file);
    }

    /** @throws RecordingException if the path is of another file system provider, which is not looked at */
    public void requireDefaultFileSystem() {
        if (!isOfDefaultFileSystem()) {
            throw refuse("it is of the file system \""
                    + path.getFileSystem().provider().getScheme() + "\", which GStreamer cannot write");
        }
    }

    /** @throws RecordingException if another recording of this process has the file */
    public void requireUnclaimed() {
        if (isOfAFolder() && FileClaim.isTaken(file(), null)) {
            throw refuseClaimed();
        }
    }

    /**
     * @param recording tells the recording from others
     * @throws RecordingException if another recording of this process has the file
     */
    public FileClaim claim(Object recording) {
        Optional<FileClaim> claim = FileClaim.of(file(), recording);
        if (claim.isEmpty()) {
            throw refuseClaimed();
        }
        return claim.get();
    }

    private RecordingException refuseClaimed() {
        return refuse("another recording is writing it");
    }

    private void requireName(Path file) {
        String obstacle = WindowsNames.obstacle(file);
        if (obstacle != null) {
            throw refuse(obstacle);
        }
    }

    /** Returns the free space on the disk for this user, or -1 if it is not known. */
    public long freeBytes() {
        if (!isOfAFolder()) {
            return DiskSpace.UNKNOWN;
        }
        try {
            return DiskSpace.freeBytes(folder());
        } catch (RecordingException e) {
            return DiskSpace.UNKNOWN; // links that lead nowhere
        }
    }

    /**
     * Checks that the disk has room for a whole file. A disk that runs full would end the recordings on it too, so their
     * reserve is left.
     *
     * @throws RecordingException if there is too little
     */
    public void requireRoomFor(long sizeBytes) {
        long freeBytes = freeBytes();
        if (freeBytes != DiskSpace.UNKNOWN && freeBytes - sizeBytes < DiskReserve.ofDisk(freeBytes)) {
            throw refuse("the disk has room for " + freeBytes + " bytes, and the file has " + sizeBytes);
        }
    }

    /**
     * Removes leftovers of killed recorders in the folder, and puts back the files that they were about to replace. The
     * folder is listed only once in a process.
     */
    public void removeLeftovers() {
        if (isOfAFolder()) {
            Leftovers.removeIn(folder());
        }
    }

    /** Returns whether there is a folder to look at. */
    private boolean isOfAFolder() {
        return isOfDefaultFileSystem() && path.isAbsolute();
    }

    private boolean isOfDefaultFileSystem() {
        return path.getFileSystem() == FileSystems.getDefault();
    }

    /** Returns the file at the end of all symbolic links, which need not exist. */
    public Path file() {
        try {
            Path file = path;
            for (int links = 0; Files.isSymbolicLink(file); links++) {
                if (links == MOST_LINKS) {
                    throw new FileSystemLoopException(path.toString());
                }
                file = file.resolveSibling(Files.readSymbolicLink(file));
            }
            return file;
        } catch (IOException e) {
            throw refuse("cannot follow the symbolic link: " + reason(e));
        }
    }

    private Path folder() {
        Path folder = file().getParent();
        Path named = folder == null ? path.getParent() : folder; // a link to the root is refused as a folder
        return named == null ? path : named; // and so is the root
    }

    /** @throws RecordingException if the path exists and must not be replaced */
    public void requireReplaceable() {
        if (Files.isDirectory(path)) {
            throw refuse("it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw refuse("it is a device or a pipe; write to it by a pipeline(description) with its own filesink");
        }
        if (Files.exists(path) && !overwrite) {
            throw refuse("it exists; ask for overwrite(true) to replace it");
        }
        if (Files.isSymbolicLink(path) && !overwrite) {
            throw refuse("it is a link to " + file() + ", which does not exist; ask for overwrite(true) to create it");
        }
        if (Files.exists(path)) {
            requireNotHeld();
        }
    }

    private void requireNotHeld() {
        try {
            String obstacle = WindowsFile.obstacle(file());
            if (obstacle != null) {
                throw refuse(obstacle);
            }
        } catch (IOException e) {
            throw refuse("cannot look at it: " + reason(e));
        }
    }

    /**
     * Creates the name in a folder of its own, so that no other program ever sees an empty file with it. What a system
     * tells about permissions, above all of a folder on another machine, may be wrong.
     */
    private void tryToWrite(Path file) {
        OwnFolder trial = createTrial(file);
        try {
            trial.tryName(file);
        } catch (IOException e) {
            throw refuse("the file system does not take it: " + reason(e));
        } finally {
            trial.removeOrLog();
        }
    }

    private OwnFolder createTrial(Path file) {
        try {
            return OwnFolder.beside(file);
        } catch (NoSuchFileException e) { // it is there, but of a kind like /proc
            throw refuse("the folder " + folder() + " takes no folders");
        } catch (IOException e) {
            throw refuse("the folder " + folder() + " cannot be written: " + reason(e));
        }
    }

    /** Returns the reason without the path, which may be one of our own. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something else has its name";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e instanceof FileSystemException told && told.getReason() != null
                ? told.getReason()
                : String.valueOf(e.getMessage());
    }

    public RecordingException refuse(String why) {
        return new RecordingException(FailureKind.OUTPUT, "cannot write " + path + ": " + why);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
