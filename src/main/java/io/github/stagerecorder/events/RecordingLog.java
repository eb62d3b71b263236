package io.github.stagerecorder.events;

import io.github.stagerecorder.DropCause;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.Trouble;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.report.FileResult;
import io.github.stagerecorder.report.SessionResult;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Writes a line to the log at the start of each file, at the end, and for each kind of trouble or cause of drops. */
final class RecordingLog implements Hearer {
    private final Set<DropCause> told = EnumSet.noneOf(DropCause.class); // of the thread that captures
    private final long startNs = System.nanoTime();

    @Override
    public void started(FileFacts file) {
        Log.line(Level.INFO, "recording " + file);
    }

    /** The first drop of each cause; the listener hears of the others. */
    @Override
    public void dropped(DropCause cause, Supplier<Counts> soFar) {
        if (told.add(cause)) {
            Log.line(Level.WARNING, "a frame is dropped: " + words(cause) + "; this is not logged again");
        }
    }

    private static String words(DropCause cause) {
        return switch (cause) {
            case GPU_LATE -> "the GPU is still reading earlier ones";
            case ENCODER_SLOW -> "earlier ones wait for the recorder's own thread";
            case POOL_FULL -> "the pipeline holds all the memory for frames";
        };
    }

    @Override
    public void troubled(Trouble trouble, String message) {
        Log.line(Level.WARNING, trouble == Trouble.STREAM ? message : message + "; this is not logged again");
    }

    @Override
    public void failed(RecordingException failure) {
        Log.line(Level.WARNING, "recording failed: " + failure.getMessage(), failure.getCause());
    }

    @Override
    public void ended(SessionResult result) {
        Counts counts = result.counts();
        Log.line(
                result.isComplete() ? Level.INFO : Level.WARNING,
                String.format(
                        Locale.ROOT,
                        "recorded %s: %s, plays %.3f s; %d frames, %d dropped, %d failed, %d lost, in %.3f s",
                        names(result.begunFiles()),
                        status(result),
                        seconds(result.playableUntilNs()),
                        counts.frames().delivered(),
                        counts.captures().drops().total(),
                        counts.captures().failures().total(),
                        counts.frames().lost(),
                        seconds(System.nanoTime() - startNs)));
    }

    private static String names(List<FileResult> files) {
        return files.size() == 1 ? FileFacts.name(files.get(0).path()) : files.size() + " files";
    }

    private static String status(SessionResult result) {
        if (result.isComplete()) {
            return "complete";
        }
        return result.begunFiles().stream().allMatch(FileResult::plays) ? "truncated" : "failed";
    }

    private static double seconds(long ns) {
        return ns / 1e9;
    }
}
