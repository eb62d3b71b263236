package io.github.stagerecorder.sound;

import io.github.stagerecorder.settings.FrameRate;
import java.nio.Buffer;

/**
 * Sound by the count of its sample frames: frame n of the video owes exactly those from floor(n * rate / fps) to
 * floor((n + 1) * rate / fps). What silence has replaced is cut when it is written late, so that the rest is in step.
 */
final class FrameByFrameSound extends OwedSoundTiming {
    private final SampleRing ring;
    private final SoundCounters counters;
    private final FrameRate rate;
    private final int rateHz;
    private long frames; // of this file
    private long base; // where this file begins
    private long replaced; // by silence; the ring guards this and what follows
    private long late; // replaced by silence and still to be written
    private boolean paused;

    FrameByFrameSound(SampleRing ring, SoundCounters counters, FrameRate rate, int rateHz) {
        super(rateHz);
        this.ring = ring;
        this.counters = counters;
        this.rate = rate;
        this.rateHz = rateHz;
    }

    @Override
    public void frame(long callerTimeNs) {
        frames++;
        owed.set(base + rate.sampleFrames(frames, rateHz));
    }

    @Override
    public void restart() {
        base = owed.now();
        frames = 0;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public int write(Buffer samples, int first, int count, long timeNs) {
        int tooLate = (int) Math.min(count, late);
        late -= tooLate;
        counters.cut.addAndGet(tooLate);
        int wanted = paused ? (int) Math.min(count - tooLate, missing()) : count - tooLate;
        int taken = Math.min(wanted, ring.free());
        ring.put(samples, first + tooLate, taken);
        int cutOut = taken == wanted ? count - tooLate - wanted : 0; // a pause cuts what no frame owes
        counters.paused.addAndGet(cutOut);
        return tooLate + taken + cutOut;
    }

    private long missing() {
        return Math.max(0, owed.now() - ring.written() - replaced);
    }

    /** Who asks writes what is due now: what silence has replaced is not. */
    @Override
    public int due() {
        late = 0;
        return (int) Math.min(Integer.MAX_VALUE, missing());
    }

    @Override
    public int take(SoundBlock block, long position, int most, boolean isOverdue) {
        int here = (int) Math.min(most, ring.written() - ring.released());
        if (here > 0) {
            ring.take(block.sound(), here);
            return here;
        }
        return isOverdue ? replace(block, most) : 0;
    }

    private int replace(SoundBlock block, int most) {
        synchronized (ring) {
            if (ring.written() > ring.released()) {
                return 0; // written meanwhile
            }
            replaced += most;
            late += most;
        }
        return block.silence(most);
    }
}
