package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.EncodeException.Reason;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the recording goes. It is written beside its place and moved there when the first frame is on its way, while
 * the sink has it open; so an older file survives every recording that comes to nothing.
 */
public final class OutputFile {
    private final Path target;
    private final Path part;
    private final boolean overwrite;
    private volatile boolean inPlace;

    public OutputFile(Path path, boolean overwrite) {
        this.target = path.toAbsolutePath();
        this.overwrite = overwrite;
        this.part = target.resolveSibling( // without the name, which may be as long as a name can be
                ".stagerecorder-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
    }

    /**
     * @throws EncodeException if there is no such folder, it cannot be written, the disk is full, or the file is not to
     *     be replaced
     */
    public void requireWritable() {
        requireFolder(target.getParent());
        requireReplaceable();
        if (freeBytes() == 0) {
            throw refuse("the disk is full");
        }
    }

    /** What the disk has room for, for this user; -1 if it cannot tell. */
    public long freeBytes() {
        try {
            FileStore disk = Files.getFileStore(target.getParent());
            return disk.getTotalSpace() > 0 ? disk.getUsableSpace() : -1;
        } catch (IOException e) {
            return -1; // no such folder, or not for us to see
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

    private void requireReplaceable() {
        if (Files.isDirectory(target)) {
            throw refuse("it is a folder");
        }
        if (Files.exists(target) && !overwrite) {
            throw refuse("it exists; ask for overwrite(true) to replace it");
        }
    }

    private EncodeException refuse(String why) {
        return new EncodeException(Reason.OUTPUT, "cannot record to " + target + ": " + why);
    }

    /** The location for the sink to open. */
    String location() {
        return part.toString();
    }

    /** Puts the file, open as it is, in its place. @throws EncodeException if that fails */
    void commit() {
        if (inPlace) {
            return;
        }
        try {
            requireReplaceable();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            inPlace = true;
        } catch (IOException e) {
            throw new EncodeException(Reason.OUTPUT, "cannot move " + part + " to " + target + ": " + e, e);
        }
    }

    /** Removes what nothing was recorded into. */
    void discard() {
        try {
            Files.deleteIfExists(inPlace ? target : part);
        } catch (IOException e) {
            // An empty file that cannot be removed does no harm, and the recording's own failure is the news.
            System.getLogger(OutputFile.class.getName()).log(System.Logger.Level.WARNING, "cannot remove the file", e);
        }
    }

    boolean exists() {
        return Files.exists(inPlace ? target : part);
    }

    long sizeBytes() {
        try {
            return Files.size(inPlace ? target : part);
        } catch (IOException e) {
            return 0; // not there yet, or moving at this moment
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
