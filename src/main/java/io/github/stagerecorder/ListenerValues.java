package io.github.stagerecorder;

import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.util.function.Supplier;

/** Tells a user's listener, in values of the API. */
record ListenerValues(RecorderListener listener) implements Hearer {
    @Override
    public void started(FileFacts file) {
        listener.started(new StartedFile(file));
    }

    @Override
    public void dropped(DropCause cause, Supplier<Counts> soFar) {
        listener.dropped(cause, new Stats(soFar.get()));
    }

    @Override
    public void troubled(Trouble trouble, String message) {
        listener.troubled(trouble, message);
    }

    @Override
    public void failed(RecordingException failure) {
        listener.failed(failure);
    }

    @Override
    public void closing(Supplier<Counts> soFar) {
        listener.closing(new Stats(soFar.get()));
    }

    @Override
    public void fileEnded(FileResult file) {
        listener.fileEnded(new Outcome.FileOutcome(file));
    }

    @Override
    public void ended(SessionResult result) {
        listener.ended(new Outcome(result));
    }
}
