package io.github.stagerecorder.sound;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.report.SoundCounts;
import io.github.stagerecorder.settings.Limits;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.Buffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The sound of a recording: what the application writes, on its way to the encoder of the present file. Any thread may
 * write. Its own thread feeds the encoder, from {@link #start} to {@link #close}.
 */
public final class SoundTrack implements SoundInput {
    /** Less than what makes anything wait: the ring holds a second. */
    private static final long NAP_MS = 40;

    private final SoundFormat format;
    private final SoundCounters counters;
    private final SoundTiming timing;
    private final SoundFeeder feeder;
    private final SampleRing ring; // its lock guards what is written, and wakes who waits for room or for sound
    private final boolean waits;
    private final Consumer<String> trouble;
    private final Patience patience;
    private final Thread thread = new Thread(this::feed, "stagerecorder-sound");
    private SoundFile file; // null between two files; the ring guards it and what follows
    private boolean failed; // no other file comes
    private int waiters; // for room
    private long fileBegin; // of the present file, or of the next; the thread that begins and ends files uses it
    private volatile boolean closed;

    /** @param trouble is told why sound is lost */
    SoundTrack(
            SoundFormat format,
            SoundTiming timing,
            SampleRing ring,
            SoundCounters counters,
            boolean waits,
            Limits limits,
            Consumer<String> trouble) {
        this.format = format;
        this.timing = timing;
        this.ring = ring;
        this.counters = counters;
        this.trouble = trouble;
        this.waits = waits;
        patience = new Patience(limits.stallTimeoutNs());
        feeder = new SoundFeeder(timing, counters, format, limits.closeTimeoutNs());
        thread.setDaemon(true);
    }

    SoundTiming timing() {
        return timing;
    }

    /** Starts to feed. Called once. */
    public void start() {
        thread.start();
    }

    private void feed() {
        while (!closed) {
            feedOnce();
            synchronized (ring) {
                if (!closed) {
                    nap();
                }
            }
        }
    }

    /** Feeds what there is now. */
    void feedOnce() {
        feeder.feed();
        synchronized (ring) {
            if (waiters > 0) {
                ring.notifyAll();
            }
        }
    }

    /** Lets go of the ring for a while. An interrupt does not end it; it is kept for the caller. */
    private boolean nap() {
        try {
            ring.wait(NAP_MS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public int write(Buffer samples, int count, long timeNs) {
        counters.written.addAndGet(count);
        boolean interrupted = false;
        int done = 0;
        synchronized (ring) {
            patience.restart();
            AtomicLong refusal = refusal();
            while (refusal == null && done < count) {
                int settled = timing.write(samples, done, count - done, timeNs + format.timeNs(done));
                done += settled;
                if (done < count) {
                    if (isOver(settled)) {
                        refusal = counters.overflow;
                    } else {
                        interrupted |= awaitRoom();
                        refusal = refusal();
                    }
                }
            }
            if (refusal != null) {
                refuse(refusal, count - done);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    private void refuse(AtomicLong refusal, int count) {
        refusal.addAndGet(count);
        if (refusal == counters.overflow) {
            trouble.accept("sound is lost, because there was no room for it: no frames were captured that need it");
        }
    }

    private boolean isOver(int settled) {
        if (settled > 0) {
            patience.restart();
        }
        return !waits || patience.isOver();
    }

    private boolean awaitRoom() {
        waiters++;
        ring.notifyAll();
        boolean interrupted = nap();
        waiters--;
        return interrupted;
    }

    /** Returns what counts sound that is not taken now; null if it is taken. */
    private AtomicLong refusal() {
        if (closed) {
            return counters.closed;
        }
        if (file != null) {
            return file.hasFailed().getAsBoolean() ? counters.failed : null; // no frame makes room any more
        }
        if (failed) {
            return counters.failed;
        }
        return waits ? null : counters.paused; // the next file has room for it
    }

    @Override
    public int due() {
        synchronized (ring) {
            return refusal() == null ? timing.due() : 0;
        }
    }

    void pause() {
        synchronized (ring) {
            timing.pause();
        }
    }

    void resume() {
        synchronized (ring) {
            timing.resume();
        }
    }

    /** Begins a file. No frame is captured meanwhile. */
    public void begin(SoundFile next) {
        synchronized (ring) {
            file = next;
            failed = false;
        }
        feeder.begin(next, fileBegin);
    }

    /**
     * Ends the file's sound where its video ends: what is missing becomes silence. The encoder still takes sound.
     *
     * @param ended if it is the present one; otherwise nothing happens
     * @param reachedNs the file's time now; {@link io.github.stagerecorder.frame.Timeline#NONE} where no clock runs
     */
    public void end(SoundFile ended, long reachedNs) {
        synchronized (ring) {
            if (file != ended) {
                return;
            }
            file = null;
            fileBegin = timing.end(reachedNs);
        }
        feeder.end(fileBegin);
    }

    /** No other file comes, because it does not open: nothing waits for it. */
    public void fail() {
        synchronized (ring) {
            failed = true;
            ring.notifyAll();
        }
    }

    /** Ends the thread. Any thread may call it, more than once. */
    public void close() {
        synchronized (ring) {
            counters.cut.addAndGet(closed ? 0 : ring.written() - ring.released());
            closed = true;
            ring.notifyAll();
        }
    }

    public SoundCounts counts() {
        return counters.now();
    }
}
