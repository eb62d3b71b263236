package io.github.stagerecorder.jni;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * Keeps other users' files out of this process. Whoever can write into a folder, or into one above it, chooses what is
 * loaded from there. So every step of the real path must belong to this user or to the system, and nobody else may
 * change it. A path that passes cannot be changed by others afterwards, because they would have to change one of its
 * steps; so the check comes after the last change of ours, and before the load.
 */
final class FolderGuard {
    private final Writers writers;

    private FolderGuard(Writers writers) {
        this.writers = writers;
    }

    /** Returns the guard for the file system of the folder. */
    static FolderGuard of(Path folder) throws IOException {
        Set<String> views = folder.getFileSystem().supportedFileAttributeViews();
        if (views.contains("unix")) {
            return new FolderGuard(PosixWriters.ofThisUser());
        }
        if (views.contains("acl")) {
            return new FolderGuard(AclWriters.ofThisUser());
        }
        throw new IOException("the file system does not tell who may write");
    }

    /** Creates a new folder for this user alone. Others may be able to change those above it. */
    Path createUnchecked(Path realParent, String prefix) throws IOException {
        return Files.createTempDirectory(realParent, prefix, writers.forThisUserAlone());
    }

    /** Returns the attributes of a new file that nobody else can change, in a folder that this guard has created. */
    FileAttribute<?>[] forNewFiles() {
        return writers.forFilesOfThisUser();
    }

    /** Returns the real path of a folder, which is created if it does not exist. Others may be able to change it. */
    Path unchecked(Path folder) throws IOException {
        return Files.createDirectories(folder, writers.forThisUserAlone()).toRealPath();
    }

    /**
     * Creates the folder, and those above it, unless it exists, and checks it.
     *
     * @return its real path
     * @throws IOException naming the step of the path that others could change
     */
    Path createOrCheck(Path folder) throws IOException {
        Path real = unchecked(folder);
        check(real);
        return real;
    }

    /**
     * Checks every step of the path, from the root down: a step that has passed cannot be replaced any more when the
     * next one is checked.
     *
     * @throws IOException naming the step that others could change
     */
    void check(Path realFolder) throws IOException {
        Path step = realFolder.getRoot();
        requireNoDanger(step, false);
        for (Path name : realFolder) {
            step = step.resolve(name);
            requireNoDanger(step, step.equals(realFolder));
        }
    }

    /** Checks a file in a folder that has passed, and the folder once more. */
    void checkFile(Path file) throws IOException {
        check(file.getParent());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a file");
        }
        requireNoDanger(file, true);
    }

    /** Returns whether nobody else can change the folder itself; those above it are not looked at. */
    boolean isOurs(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && writers.danger(folder, true) == null;
    }

    private void requireNoDanger(Path step, boolean isLast) throws IOException {
        String danger = writers.danger(step, isLast);
        if (danger != null) {
            throw new IOException("not safe, because " + step + " " + danger);
        }
    }
}
