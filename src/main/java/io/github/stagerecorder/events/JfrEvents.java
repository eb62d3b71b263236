package io.github.stagerecorder.events;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import java.util.function.Supplier;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * Writes the events of the Flight Recorder, once that runs: the first event of a process takes a tenth of a second. Its
 * classes are loaded only where the module {@code jdk.jfr} is. The events of each frame are made once and used again,
 * so that a capture allocates nothing.
 */
final class JfrEvents extends FlightEvents {
    private CaptureEvent capture; // null until the Flight Recorder runs
    private WaitEvent wait;
    private boolean capturing; // since a begin that saw the event enabled
    private boolean waiting;

    @Override
    public void captureBegins() {
        if (capture == null && FlightRecorder.isInitialized()) {
            wait = new WaitEvent();
            capture = new CaptureEvent();
        }
        capturing = capture != null && capture.isEnabled();
        if (capturing) {
            capture.begin();
        }
    }

    @Override
    public CaptureResult captureEnds(CaptureResult result) {
        if (capturing) {
            capture.end();
            capture.result = result.name();
            capture.commit();
        }
        return result;
    }

    @Override
    public void waitBegins() {
        waiting = wait != null && wait.isEnabled();
        if (waiting) {
            wait.begin();
        }
    }

    @Override
    public void waitEnds() {
        if (waiting) {
            wait.end();
            wait.commit();
        }
    }

    @Override
    public void dropped(DropCause cause, Supplier<Counts> soFar) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        DropEvent drop = new DropEvent();
        if (drop.isEnabled()) {
            drop.cause = cause.name();
            drop.commit();
        }
    }

    @Override
    public void failed(RecordingException failure) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        FailureEvent event = new FailureEvent();
        event.kind = failure.kind().name();
        event.message = failure.getMessage();
        event.commit();
    }

    @Override
    public void fileEnded(FileResult file) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        FileEvent event = new FileEvent();
        event.path = FileFacts.name(file.path());
        event.failureKind = file.isComplete() ? null : file.failureKind().name();
        event.playable = file.playableUntilNs();
        event.size = file.counts().bytesWritten();
        event.delivered = file.counts().frames().delivered();
        event.lost = file.counts().frames().lost();
        event.dropped = file.counts().captures().drops().total();
        event.commit();
    }

    /** Everything between the call of capture() and its return, or of beginFrame() for a frame in tiles. */
    @Name("io.github.stagerecorder.Capture")
    @Label("Capture")
    @Description("A call of capture(), or of beginFrame()")
    @Category("StageRecorder")
    @Enabled(false)
    @StackTrace(false)
    private static final class CaptureEvent extends Event {
        @Label("Result")
        private String result;
    }

    /** A part of a capture. */
    @Name("io.github.stagerecorder.Wait")
    @Label("Wait")
    @Description("A capture waited until a slot was free")
    @Category("StageRecorder")
    @Enabled(false)
    @StackTrace(false)
    private static final class WaitEvent extends Event {}

    /** A moment. */
    @Name("io.github.stagerecorder.Drop")
    @Label("Drop")
    @Description("A capture found no free slot, so its frame is missing from the file")
    @Category("StageRecorder")
    @Enabled(false)
    @StackTrace(false)
    private static final class DropEvent extends Event {
        @Label("Cause")
        private String cause;
    }

    /** A moment. */
    @Name("io.github.stagerecorder.Failure")
    @Label("Failure")
    @Description("A file has failed")
    @Category("StageRecorder")
    @Enabled(false)
    @StackTrace(false)
    private static final class FailureEvent extends Event {
        @Label("Kind")
        private String kind;

        @Label("Message")
        private String message;
    }

    /** A moment: the end of a file. */
    @Name("io.github.stagerecorder.File")
    @Label("File")
    @Description("A file has ended")
    @Category("StageRecorder")
    @Enabled(false)
    @StackTrace(false)
    private static final class FileEvent extends Event {
        @Label("Path")
        private String path;

        @Label("Kind of Failure")
        @Description("Missing if the file is complete")
        private String failureKind;

        @Label("Playable Until")
        @Timespan(Timespan.NANOSECONDS)
        private long playable;

        @Label("Size")
        @Description("-1 if the description ends in its own sink")
        @DataAmount
        private long size;

        @Label("Delivered Frames")
        private long delivered;

        @Label("Lost Frames")
        private long lost;

        @Label("Dropped Captures")
        private long dropped;
    }
}
