package io.github.stagerecorder.events;

import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes on what happens to a recording to all who hear it: the log, the Flight Recorder and the user's listener.
 * Nothing that they throw reaches the recording. Any thread may use it.
 */
public final class RecordingEvents {
    private final FlightEvents flight = flightEvents();
    private final List<Hearer> hearers;
    private final Supplier<Counts> soFar = this::counts;
    private final Set<Trouble> told = EnumSet.noneOf(Trouble.class);
    private volatile Supplier<Counts> counter;

    /** @param listener null if the user has none */
    public RecordingEvents(Hearer listener) {
        this(new ArrayList<>());
        hearers.add(new RecordingLog());
        hearers.add(flight);
        if (listener != null) {
            hearers.add(listener);
        }
    }

    private RecordingEvents(List<Hearer> hearers) { // alone, so that a rehearsal links what the fields are made with
        this.hearers = hearers;
    }

    /** Returns events that nobody hears. */
    public static RecordingEvents unheard() {
        return new RecordingEvents(List.of());
    }

    private static FlightEvents flightEvents() {
        boolean canWrite = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
        return canWrite ? new JfrEvents() : new FlightEvents();
    }

    /** Sets what counts the frames. Called once, before a frame is captured. */
    public void countWith(Supplier<Counts> newCounter) {
        counter = newCounter;
    }

    /** Returns the events of each capture, for the thread that captures. */
    public FlightEvents flight() {
        return flight;
    }

    private Counts counts() {
        return counter.get();
    }

    /** Tells that a file was started. */
    public void started(FileFacts file) {
        tell(hearer -> hearer.started(file));
    }

    /** Tells that a capture was dropped. One thread at a time may call it; it allocates nothing. */
    public void dropped(DropCause cause) {
        for (int i = 0; i < hearers.size(); i++) {
            try {
                hearers.get(i).dropped(cause, soFar);
            } catch (RuntimeException | Error e) {
                continue; // see tell
            }
        }
    }

    /** Tells of trouble if it is the first of its kind; the message is made only then. */
    public synchronized void troubled(Trouble trouble, Supplier<String> words) {
        if (told.add(trouble)) {
            String message = words.get();
            tell(hearer -> hearer.troubled(trouble, message));
        }
    }

    /** Tells each interruption of the stream to the network. */
    public void streamInterrupted(String message) {
        tell(hearer -> hearer.troubled(Trouble.STREAM, message));
    }

    /**
     * Tells that a file has failed. A file into which nothing was captured is not told of: if the stage's size changed
     * before its first frame, the recording may be complete without it.
     */
    public void failed(RecordingException failure) {
        if (failure.kind() != FailureKind.NO_FRAMES) {
            tell(hearer -> hearer.failed(failure));
        }
    }

    /** Tells that the end has begun. */
    public void closing() {
        tell(hearer -> hearer.closing(soFar));
    }

    /** Tells that a file has ended, unless nothing was captured into it. */
    public void fileEnded(FileResult file) {
        if (!file.isUnbegun()) {
            tell(hearer -> hearer.fileEnded(file));
        }
    }

    /** Tells that the recording has ended, and of its only file if nothing was captured at all. */
    public void ended(SessionResult result) {
        FileResult first = result.begunFiles().get(0);
        if (first.isUnbegun() && first.failure() instanceof RecordingException failure) {
            tell(hearer -> hearer.failed(failure));
            tell(hearer -> hearer.fileEnded(first));
        }
        tell(hearer -> hearer.ended(result));
    }

    /** A log that fails, or an exhausted heap, must not end the recording, and there is nobody to tell it to. */
    private void tell(Consumer<Hearer> what) {
        for (Hearer hearer : hearers) {
            try {
                what.accept(hearer);
            } catch (RuntimeException | Error e) {
                continue; // the next one may still hear it
            }
        }
    }
}
