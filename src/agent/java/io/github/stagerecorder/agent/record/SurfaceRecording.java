package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.RecordingSwitch;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/**
 * What becomes of one surface: a switch, which the swaps drive. Swaps come on the thread that draws, and everything else
 * on any thread.
 */
final class SurfaceRecording {
    /** While nothing is recorded, so many swaps still reach the switch, which prepares itself and settles its last file. */
    private static final int SWAPS_WHILE_OFF = 240;

    private static final int SWAPS_TO_LOOK_AGAIN = 60;

    private final Recordings all;
    private final Surface surface;
    private volatile int swapsLeft = SWAPS_WHILE_OFF; // that reach the switch; 0 for none
    private volatile RecordingSwitch recording; // null until there is a picture
    private LengthLimit limit; // null if there is none
    private volatile boolean isWanted; // before there is a switch
    private volatile boolean hasSound; // the recording has
    private volatile boolean isOutdated;
    private boolean isOver;
    private boolean isPassedOver; // for the log
    private volatile long swapsUnseen; // of a window that may be hidden, since it was last turned on or off

    SurfaceRecording(Recordings all, Surface surface, boolean startsNow) {
        this.all = all;
        this.surface = surface;
        isWanted = startsNow;
    }

    /** Takes what the surface is about to show. */
    void swap() throws Throwable {
        if (swapsLeft > 0) {
            take();
        }
    }

    private void take() throws Throwable {
        RecordingSwitch present = recording;
        if (surface.isCurrent()) {
            if (present != null && isToBeMadeAnew(present)) {
                present.close();
                present = null;
            }
            if (present == null && all.sound().isChecked() && isShown()) {
                present = open();
            }
            if (present != null) {
                surface.record(present);
            }
        } else {
            passOver();
        }
        tire(present);
    }

    /** Some toolkits take long to tell, so a window that stays hidden is soon asked more seldom. */
    private boolean isShown() throws Throwable {
        swapsUnseen++;
        return (swapsUnseen <= SWAPS_WHILE_OFF || swapsUnseen % SWAPS_TO_LOOK_AGAIN == 0) && surface.isShown();
    }

    /** What is current would be recorded instead. */
    private void passOver() {
        if (!isPassedOver) {
            isPassedOver = true;
            AgentLog.once(Level.INFO, "a swap of " + surface + " was passed over: its context is not current");
        }
    }

    private synchronized void tire(RecordingSwitch present) {
        boolean isBusy = present == null
                ? isWanted || !all.sound().isChecked()
                : present.isRecording() || all.options().replay() != null;
        swapsLeft = isBusy ? SWAPS_WHILE_OFF : Math.max(0, swapsLeft - 1);
    }

    private synchronized RecordingSwitch open() throws Throwable {
        if (isOver) {
            swapsLeft = 0;
            return null;
        }
        RecordingSwitch opened;
        boolean sounds = all.sound().isRecorded();
        isOutdated = false;
        try {
            limit = all.newLimit(() -> turn(false));
            opened = all.newSwitch(surface.framebuffer(), limit, sounds);
        } catch (RuntimeException e) { // such as a folder that cannot be made
            isWanted = false;
            swapsLeft = 0;
            AgentLog.once(Level.WARNING, surface + " is not recorded: " + e.getMessage());
            return null;
        }
        if (isWanted) {
            opened.start();
        }
        recording = opened;
        hasSound = sounds;
        all.sound().wake();
        return opened;
    }

    /** Turns the recording on or off. */
    synchronized void toggle() {
        turn(recording == null ? !isWanted : !recording.isRecording());
    }

    synchronized void turn(boolean on) {
        isWanted = on;
        if (limit != null) {
            limit.forget();
        }
        swapsUnseen = 0;
        swapsLeft = SWAPS_WHILE_OFF;
        if (recording != null && !on) {
            recording.stop();
        } else if (recording != null && !isToBeMadeAnew(recording)) {
            recording.start();
            all.sound().wake();
        }
    }

    /** Returns whether the sound that is played now goes into a file or a replay. It takes no lock, as does the next. */
    boolean takesSound() {
        return hasSound && (isWanted || all.options().replay() != null);
    }

    /** Takes sound that is played now. */
    void hear(ByteBuffer samples) {
        if (takesSound()) {
            recording.audio().write(samples);
        }
    }

    private boolean isToBeMadeAnew(RecordingSwitch present) {
        return isOutdated && !present.isRecording();
    }

    /** There are other options: the next swap makes a switch with them, unless this one is on. */
    synchronized void renew() {
        isOutdated = true;
        swapsLeft = SWAPS_WHILE_OFF;
    }

    /** Saves the last seconds. */
    synchronized void saveReplay() {
        if (recording != null) {
            recording.saveReplay();
        }
    }

    /** Completes the file. It waits until that is done, because the context may go then. */
    void end() {
        RecordingSwitch last;
        synchronized (this) {
            isOver = true;
            swapsLeft = 0;
            last = recording;
        }
        if (last != null) {
            last.close();
        }
    }
}
