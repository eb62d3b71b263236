package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a file is written. Immutable; it only checks the file system and changes nothing.
 *
 * @param path the absolute path
 * @param overwrite whether an existing file may be replaced
 */
public record OutputTarget(Path path, boolean overwrite) {
    /**
     * @throws RecordingException if the folder does not exist or cannot be written, if the disk is full, or if the file
     *     must not be replaced
     */
    public void requireWritable() {
        requireFolder(path.getParent());
        requireReplaceable();
        if (freeBytes() == 0) {
            throw refuse("the disk is full");
        }
    }

    /** Returns the free space on the disk for this user, or -1 if it is not known. */
    public long freeBytes() {
        try {
            FileStore disk = Files.getFileStore(path.getParent());
            return disk.getTotalSpace() > 0 ? disk.getUsableSpace() : -1;
        } catch (IOException e) {
            return -1; // the folder does not exist or cannot be read
        }
    }

    private void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refuse("the folder " + folder + " does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw refuse("the folder " + folder + " cannot be written");
        }
    }

    /** @throws RecordingException if the path exists and must not be replaced */
    void requireReplaceable() {
        if (Files.isDirectory(path)) {
            throw refuse("it is a folder");
        }
        if (Files.exists(path) && !overwrite) {
            throw refuse("it exists; ask for overwrite(true) to replace it");
        }
    }

    private RecordingException refuse(String why) {
        return new RecordingException(FailureKind.OUTPUT, "cannot record to " + path + ": " + why);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
