package io.github.stagerecorder.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that appears under its name when it is complete, or not at all. Any thread may call it. */
public final class WholeFile {
    /** Writes the bytes of the file. */
    public interface Content {
        /** @throws IOException as the stream does */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the file itself. */
    public interface Draft {
        /**
         * @param draft the path for now, where there is no file yet
         * @throws IOException if the file cannot be written
         */
        void write(Path draft) throws IOException;
    }

    private WholeFile() {}

    /** @throws io.github.stagerecorder.RecordingException if the file cannot be written, or must not be replaced */
    public static void write(OutputTarget target, Content content) {
        writeDraft(target, draft -> {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(out);
            }
        });
    }

    /** Does the same for what writes its file by its path. */
    public static void writeDraft(OutputTarget target, Draft content) {
        target.removeLeftovers();
        target.requireUnclaimed(); // first, since Windows would say that some program has it open
        target.requireWritable();
        try {
            write(target.file(), target.overwrite(), content);
        } catch (FileAlreadyExistsException e) {
            target.requireReplaceable();
            throw target.refuse("it appeared meanwhile");
        } catch (IOException e) {
            throw target.refuse(OutputTarget.reason(e));
        }
    }

    private static void write(Path file, boolean replace, Draft content) throws IOException {
        OwnFolder folder = OwnFolder.beside(file);
        try {
            Path draft = folder.newDraft(file);
            content.write(draft);
            place(draft, file, replace);
        } finally {
            folder.removeOrLog();
        }
    }

    private static void place(Path draft, Path file, boolean replace) throws IOException {
        if (replace) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            Files.createLink(file, draft); // unlike a move, it never replaces a file
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) { // this file system has no links
            moveOntoAnEmptyFile(draft, file);
        }
    }

    private static void moveOntoAnEmptyFile(Path draft, Path file) throws IOException {
        NewFile empty = NewFile.create(file, false);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            empty.undo();
            throw e;
        } finally {
            empty.release();
        }
    }
}
