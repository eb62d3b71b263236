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
 * A file that is written beside its place, and moved there when the first frame is on its way, while the sink has it
 * open. So an older file survives every recording that comes to nothing.
 */
final class FileFromFirstFrame implements Destination {
    private final OutputTarget target;
    private final Path part;
    private volatile boolean inPlace;

    FileFromFirstFrame(OutputTarget target) {
        this.target = target;
        this.part = target.path()
                .resolveSibling( // without the name, which may be as long as a name can be
                        ".stagerecorder-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
    }

    /** Unbuffered: what a buffer holds is lost when the process is killed. */
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

    /** A file whose folder was removed goes on being written, and is gone when it is closed. */
    @Override
    public void requireKept() {
        if (!Files.exists(path())) {
            throw new RecordingException(FailureKind.OUTPUT, "somebody has removed " + target);
        }
    }

    @Override
    public void discard() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            // An empty file that cannot be removed does no harm, and the recording's own failure is the news.
            System.getLogger(FileFromFirstFrame.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot remove the file", e);
        }
    }

    @Override
    public long bytesWritten() {
        try {
            return Files.size(path());
        } catch (IOException e) {
            return 0; // not there yet, or moving at this moment
        }
    }

    private Path path() {
        return inPlace ? target.path() : part;
    }
}
