package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.log.Log;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Names the files of a folder by their date and time: 2026-11-28_14-30-05.mp4, and in the same second
 * 2026-11-28_14-30-05_2.mp4. A name is claimed until its file exists, so that no other recording gets it, of this
 * process or another one. An empty file in the folder {@code .stagerecorder-names} is the claim. Immutable.
 */
public record DatedNames(Path folder) {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss");

    /** A name is claimed within its second or a little later, so an older claim holds up nobody and can go. */
    private static final Duration STALE = Duration.ofMinutes(2);

    private static final int MOST_RACES = 100;

    private static final long RACE_PAUSE_NS = Duration.ofMillis(1).toNanos();

    /** A name that nobody else gets until it is released. */
    public record Claim(Path file, Path marker) {
        /** Gives the name back. If the file exists by now, nobody else gets the name. Any thread may call it. */
        public void release() {
            try {
                Files.deleteIfExists(marker);
                Files.deleteIfExists(marker.getParent()); // the last one removes the folder
            } catch (IOException e) {
                Log.line(Level.DEBUG, "cannot remove " + marker + " yet", e);
            }
        }
    }

    /**
     * Claims a name. Any thread may call it.
     *
     * @param extension the extension with its dot
     * @throws RecordingException if the folder is not there or cannot be written
     */
    public Claim claim(LocalDateTime time, String extension) {
        String stem = time.format(TO_THE_SECOND);
        try {
            removeStale();
            for (int number = 1; ; number++) {
                Claim claim = attempt(stem + (number == 1 ? "" : "_" + number) + extension);
                if (claim != null) {
                    return claim;
                }
            }
        } catch (IOException e) {
            throw new RecordingException(
                    FailureKind.OUTPUT,
                    "cannot record into the folder " + folder
                            + (Files.isDirectory(folder) ? ": it cannot be written" : ": it does not exist"),
                    e);
        }
    }

    /**
     * Has one file written under a name of the present time. Any thread may call it.
     *
     * @param write is given what claims the name, which it calls at most once; the claim ends with its future
     */
    public CompletableFuture<Path> whileClaimed(
            String extension, Function<Supplier<Path>, CompletableFuture<Path>> write) {
        LocalDateTime now = LocalDateTime.now();
        AtomicReference<Claim> claim = new AtomicReference<>();
        return write.apply(() -> {
                    claim.set(claim(now, extension));
                    return claim.get().file();
                })
                .whenComplete(
                        (file, failure) -> Optional.ofNullable(claim.get()).ifPresent(Claim::release));
    }

    /**
     * Has one file written under a name of the present time, which is claimed at once. Any thread may call it.
     *
     * @param write is given the file
     */
    public <T> CompletableFuture<T> writeNow(String extension, Function<Path, CompletableFuture<T>> write) {
        Claim claim = claim(LocalDateTime.now(), extension);
        try {
            return write.apply(claim.file()).whenComplete((written, failure) -> claim.release());
        } catch (RuntimeException | Error e) {
            claim.release();
            throw e;
        }
    }

    /** @return null if the name is taken */
    private Claim attempt(String name) throws IOException {
        Path file = folder.resolve(name);
        if (exists(file)) {
            return null;
        }
        Claim claim = new Claim(file, markers().resolve(name));
        if (!mark(claim.marker())) {
            return null;
        }
        if (exists(file)) { // another one has claimed, created and released it meanwhile
            claim.release();
            return null;
        }
        return claim;
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Path markers() {
        return folder.resolve(".stagerecorder-names");
    }

    /**
     * The folder of markers may be removed by the last of the others at any time. Windows has several words for a
     * folder that is being removed.
     */
    private static boolean mark(Path marker) throws IOException {
        for (int races = 0; ; races++) {
            try {
                makeFolder(marker.getParent());
                Files.createFile(marker);
                marker.getParent().toFile().deleteOnExit(); // for a recording that is open at exit
                marker.toFile().deleteOnExit();
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } catch (FileSystemException e) {
                if (races == MOST_RACES || !Files.isDirectory(marker.getParent().getParent())) {
                    throw e;
                }
                LockSupport.parkNanos(RACE_PAUSE_NS);
            }
        }
    }

    private static void makeFolder(Path markers) throws IOException {
        try {
            Files.createDirectory(markers);
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(markers)) {
                throw new IOException(markers + " is not a folder", e);
            }
        }
    }

    /** Removes what killed processes left, unless another recording is at it. */
    private void removeStale() {
        if (!Files.isDirectory(markers())) {
            return;
        }
        FileTime oldest = FileTime.from(Instant.now().minus(STALE));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(markers())) {
            for (Path marker : found) {
                if (Files.exists(marker) && Files.getLastModifiedTime(marker).compareTo(oldest) < 0) {
                    Files.deleteIfExists(marker);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            Log.line(Level.DEBUG, "cannot look for claims that were left", e);
        }
    }
}
