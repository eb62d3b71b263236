package io.github.stagerecorder;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Whether a switch is on, and what takes its frames: a recording while it is on, a replay while it is off and keeps
 * one, or nothing. Any thread may use it.
 */
final class SwitchState {
    private final SwitchSettings settings;
    private final Executor background;
    private final Queue<SwitchedRecording> ending = new ConcurrentLinkedQueue<>();
    private volatile SwitchedRecording recording; // null while off
    private volatile SwitchedRecording replay; // null while on, or if none is kept
    private volatile SwitchedRecording latest; // the present or last recording; null before the first
    private boolean replayFailed; // since the last start
    private boolean closed;

    SwitchState(SwitchSettings settings, Executor background) {
        this.settings = settings;
        this.background = background;
    }

    boolean isOn() {
        return recording != null;
    }

    /** Returns what takes frames now; null if there is nothing. */
    SwitchedRecording taking() {
        SwitchedRecording present = recording;
        return present == null ? replay : present;
    }

    /** Returns what takes this frame, and begins a replay where one is to be kept; null if there is nothing. */
    SwitchedRecording takingFrame() {
        if (recording == null && replay == null && settings.keepsReplay()) {
            keep(false);
        }
        return taking();
    }

    /** Returns how many frames the present or last recording lacks at its beginning. */
    long missedFrames() {
        SwitchedRecording described = latest;
        return described == null ? 0 : described.missed();
    }

    synchronized void toggle() {
        if (recording == null) {
            start();
        } else {
            stop();
        }
    }

    synchronized void start() {
        if (recording == null && !closed) {
            end(replay);
            replayFailed = false;
            begin(false);
        }
    }

    private void begin(boolean goesOn) {
        latest = new SwitchedRecording(settings, background, this::refused, goesOn);
        recording = latest;
    }

    private synchronized void keep(boolean goesOn) {
        if (recording == null && !closed && !replayFailed) {
            replay = new SwitchedRecording(settings.ofReplay(), background, this::refused, goesOn);
        }
    }

    void stop() {
        end(recording);
    }

    /** Has another one go on, because the stage has another size. */
    synchronized void goOn(SwitchedRecording outgrown) {
        if (outgrown == recording) { // it has not been stopped meanwhile
            end(outgrown);
            begin(true);
        } else if (outgrown == replay) {
            end(outgrown);
            keep(true);
        }
    }

    /** Ends what has failed. A replay does not begin again before the next start. */
    synchronized void endFailed(SwitchedRecording failed) {
        replayFailed |= failed != null && failed == replay;
        end(failed);
    }

    private synchronized void end(SwitchedRecording ended) {
        if (clear(ended)) {
            ending.add(ended);
            ended.stop();
        }
    }

    private void refused(SwitchedRecording refused, Throwable why) {
        synchronized (this) {
            replayFailed |= why != null && refused == replay;
            clear(refused);
        }
        refused.tellRefusal(why);
    }

    /** @return false if it is not what takes frames now */
    private boolean clear(SwitchedRecording cleared) {
        if (cleared == null || cleared != recording && cleared != replay) {
            return false;
        }
        if (cleared == recording) {
            recording = null;
        } else {
            replay = null;
        }
        return true;
    }

    /** Goes on with the ends, in a frame. */
    void settle() {
        ending.removeIf(SwitchedRecording::settle);
    }

    /** Ends everything for good. It does not wait. */
    synchronized void close() {
        closed = true;
        end(recording);
        end(replay);
    }

    /** Waits until everything has ended, or makes no progress for the close timeout. */
    void awaitEnds() {
        ending.forEach(SwitchedRecording::close);
    }
}
