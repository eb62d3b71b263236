package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.file.NewFile;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.gstreamer.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;

/**
 * Creates the file when the first frame is pushed, and opens the sink only then. An older file therefore survives a
 * recording that never gets a frame. It is kept until something in the new file is certain to play, and put back if
 * that never happens.
 */
final class FileFromFirstFrame implements Destination {
    private final OutputTarget target;
    private final Element sink = Elements.make("filesink");
    private List<Pad> encoded; // where encoded frames enter the muxer, or the sink if there is none
    private volatile NewFile file; // null until the first frame
    private EndReserve reserve; // of the thread that pushes

    FileFromFirstFrame(OutputTarget target) {
        this.target = target;
    }

    /**
     * The sink stays closed while the rest plays. It is unbuffered, because the content of a buffer is lost when the
     * process is killed, and not asynchronous, because it joins a pipeline that plays.
     */
    @Override
    public Optional<Element> sink(EncoderBin bin) {
        List<Pad> inputs = bin.muxerInputs();
        encoded = inputs.isEmpty() ? List.of(sink.getStaticPad("sink")) : inputs;
        sink.setAsString("buffer-mode", "unbuffered");
        sink.set("async", false);
        sink.setLockedState(true);
        WrittenBoxes.correct(sink);
        return Optional.of(sink);
    }

    @Override
    public void begin() {
        target.requireReplaceable();
        Path path = target.file();
        try {
            file = NewFile.create(path, target.overwrite());
        } catch (IOException e) {
            throw target.refuse("cannot create it: " + OutputTarget.reason(e));
        }
        reserve = new EndReserve(path, encoded);
        if (!SinkLocation.set(sink, path)) {
            throw target.refuse("the sink does not take it");
        }
        sink.setLockedState(false);
        if (!sink.syncStateWithParent()) {
            throw target.refuse("the sink cannot open it");
        }
    }

    @Override
    public void reach(StreamReach stream) {
        NewFile begun = file;
        if (begun != null && begun.keepsOld() && stream.certainNs(stream.positionNs()) > 0) {
            begun.accept();
        }
        if (reserve != null && reserve.isTouched(stream)) {
            throw target.refuse("the disk is almost full; the recording ended to leave room for the end of the file");
        }
    }

    /**
     * If the file was removed, the sink still writes to it without an error, and the data is lost when it is closed.
     */
    @Override
    public void requireKept() {
        if (file != null && !file.isInPlace()) {
            throw new RecordingException(FailureKind.OUTPUT, target + " was removed or replaced during the recording");
        }
    }

    @Override
    public void end(long writtenNs, long playableNs) {
        NewFile begun = file;
        if (begun == null) {
            return;
        }
        if (playableNs == 0 && (writtenNs == 0 || begun.keepsOld())) {
            begun.undo();
        } else if (begun.keepsOld()) {
            begun.accept();
        }
        begun.release();
        if (reserve != null) {
            reserve.release();
        }
    }

    @Override
    public long bytesWritten() {
        NewFile begun = file;
        return begun == null ? 0 : begun.sizeBytes();
    }
}
