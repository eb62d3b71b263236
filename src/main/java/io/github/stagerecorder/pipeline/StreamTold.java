package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.report.StreamCounts;
import io.github.stagerecorder.settings.StreamAddress;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells each interruption of a stream once, and when the stream goes on. Nothing that it tells holds a secret. */
final class StreamTold {
    private final StreamAddress address;
    private Consumer<String> hearer; // null before there is one
    private String untold; // null if there is nothing to tell
    private boolean interrupted;
    private long sinceNs;

    StreamTold(StreamAddress address) {
        this.address = address;
    }

    /** Sets who hears of each interruption, and tells what came before. */
    synchronized void hearer(Consumer<String> newHearer) {
        hearer = newHearer;
        if (untold != null) {
            hearer.accept(untold);
            untold = null;
        }
    }

    /** Tells it, unless the stream has been interrupted since before. */
    synchronized void broke(String why) {
        if (interrupted) {
            return;
        }
        interrupted = true;
        sinceNs = System.nanoTime();
        String words = "the stream to " + address + " is interrupted, and will be connected again: " + why;
        if (hearer == null) {
            untold = words;
        } else {
            hearer.accept(words);
        }
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /**
     * @param before how often there was a connection
     * @param framesLost so far
     */
    synchronized void goesOn(long before, long framesLost) {
        String words = before == 0 ? "streaming to " + address : "the stream to " + address + " goes on";
        if (interrupted) {
            words += String.format(
                    Locale.ROOT,
                    " after %.1f s; %d frames are lost so far",
                    (System.nanoTime() - sinceNs) / 1e9,
                    framesLost);
        }
        interrupted = false;
        Log.line(Level.INFO, words);
    }

    /** Tells how it was, if there was anything to send. */
    void ended(StreamCounts counts) {
        if (counts.framesSent() + counts.framesLost() > 0) {
            Log.line(
                    Level.INFO,
                    "streamed to " + address + ": " + counts.framesSent() + " frames in " + counts.bytesSent()
                            + " bytes; " + counts.framesLost() + " lost, " + counts.reconnections()
                            + " reconnections");
        }
    }
}
