package io.github.stagerecorder.file;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a file for one recording of this process, from its start until the file is complete, because it appears only
 * with the first frame. Any thread may use it.
 */
public final class FileClaim {
    private static final Set<FileClaim> ALL = new HashSet<>();

    private final Path key; // null where there is no folder, which the recording itself reports
    private final Object recording;

    private FileClaim(Path key, Object recording) {
        this.key = key;
        this.recording = recording;
    }

    /** Returns the claim of a description that ends in its own sink. */
    public static FileClaim ofNothing() {
        return new FileClaim(null, FileClaim.class);
    }

    /**
     * Claims the file. A recording may claim a file twice, because one without a frame hands its name on.
     *
     * @param recording tells the recording from others
     * @return empty if another recording has the file
     */
    static Optional<FileClaim> of(Path file, Object recording) {
        FileClaim claim = new FileClaim(ClaimKey.of(file), recording);
        synchronized (ALL) {
            return !claim.isRefused() && ALL.add(claim) ? Optional.of(claim) : Optional.empty();
        }
    }

    /** Returns whether a recording other than {@code recording}, which may be null, has the file. */
    public static boolean isTaken(Path file, Object recording) {
        synchronized (ALL) {
            return !ALL.isEmpty() && new FileClaim(ClaimKey.of(file), recording).isRefused();
        }
    }

    private boolean isRefused() {
        for (FileClaim other : ALL) {
            if (key != null && key.equals(other.key) && !other.recording.equals(recording)) {
                return true;
            }
        }
        return false;
    }

    /** Lets others have the file. */
    public void release() {
        synchronized (ALL) {
            ALL.remove(this);
        }
    }
}
