package io.github.stagerecorder.encode;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/**
 * Writes a temporary file in the output's folder, and renames it when the first frame is pushed, while the sink has it
 * open. An older file therefore survives a recording that never gets a frame.
 */
final class FileFromFirstFrame implements Destination {
    private final OutputTarget target;
    private final Path part;
    private volatile boolean inPlace;

    FileFromFirstFrame(OutputTarget target) {
        this.target = target;
        this.part = target.path()
                .resolveSibling( // without the output's name, which may already have the greatest possible length
                        ".stagerecorder-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
    }

    /** The sink is unbuffered, because the content of a buffer is lost when the process is killed. */
    @Override
    public Optional<Element> sink() {
        Element sink = Elements.make("filesink");
        sink.set("location", part.toString());
        sink.setAsString("buffer-mode", "unbuffered");
        return Optional.of(sink);
    }

    @Override
    public void begin() {
        try {
            target.requireReplaceable();
            Files.move(part, target.path(), StandardCopyOption.ATOMIC_MOVE);
            inPlace = true;
        } catch (IOException e) {
            throw new RecordingException(FailureKind.OUTPUT, "cannot move " + part + " to " + target + ": " + e, e);
        }
    }

    /**
     * If the file was removed, the sink still writes to it without an error, and the data is lost when it is closed.
     */
    @Override
    public void requireKept() {
        if (!Files.exists(path())) {
            throw new RecordingException(FailureKind.OUTPUT, target + " was removed during the recording");
        }
    }

    @Override
    public void discard() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            // An unplayable file that cannot be removed does no harm; the recording's own failure is reported.
            System.getLogger(FileFromFirstFrame.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot remove the file", e);
        }
    }

    @Override
    public long bytesWritten() {
        try {
            return Files.size(path());
        } catch (IOException e) {
            return 0; // the file does not exist yet, or is being renamed
        }
    }

    private Path path() {
        return inPlace ? target.path() : part;
    }
}
