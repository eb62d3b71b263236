package io.github.stagerecorder.sound;

import io.github.stagerecorder.settings.SoundFormat;
import java.nio.Buffer;

/**
 * Sound by the caller's clock. The times of the frames say where it belongs, so sound may be written before its frame.
 * Blocks within 20 ms of each other are continuous; a longer gap is silence, and an overlap is cut.
 */
final class CallerSound extends OwedSoundTiming {
    private static final long TOLERANCE_NS = 20_000_000L;

    private final SampleRing ring;
    private final SoundCounters counters;
    private final SoundFormat format;
    private final long frameNs;
    private final WrittenRuns runs;
    private boolean begins = true; // the next frame begins a span; the capturing thread and that which pauses, in turns
    private volatile CallerSpan span; // null before the first frame
    private boolean paused; // the ring guards this and what follows
    private boolean isWritten;
    private long runTimeNs; // of the first sample frame that follows without a gap
    private long runFrames;

    CallerSound(SampleRing ring, SoundCounters counters, SoundFormat format, long frameNs) {
        super(format.rateHz());
        this.ring = ring;
        this.counters = counters;
        this.format = format;
        this.frameNs = frameNs;
        runs = new WrittenRuns(ring);
    }

    @Override
    public void frame(long callerTimeNs) {
        if (begins) {
            begins = false;
            span = new CallerSpan(format, callerTimeNs, owed.now(), span);
        }
        owed.set(Math.max(owed.now(), span.position(callerTimeNs + frameNs)));
    }

    @Override
    public void restart() {
        begins = true;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        begins = true;
    }

    @Override
    public int write(Buffer samples, int first, int count, long timeNs) {
        if (paused) {
            counters.paused.addAndGet(count);
            return count;
        }
        long aheadNs = timeNs - runTimeNs - format.timeNs(runFrames);
        if (!isWritten || aheadNs > TOLERANCE_NS) {
            return begin(samples, first, count, timeNs);
        }
        int overlap = aheadNs < -TOLERANCE_NS ? (int) Math.min(count, format.nearestIndex(-aheadNs)) : 0;
        counters.cut.addAndGet(overlap);
        return overlap + put(samples, first + overlap, count - overlap);
    }

    private int begin(Buffer samples, int first, int count, long timeNs) {
        if (ring.free() == 0 || !runs.add(timeNs)) {
            return 0;
        }
        isWritten = true;
        runTimeNs = timeNs;
        runFrames = 0;
        return put(samples, first, count);
    }

    private int put(Buffer samples, int first, int count) {
        int taken = Math.min(count, ring.free());
        ring.put(samples, first, taken);
        runFrames += taken;
        return taken;
    }

    @Override
    public int due() {
        return 0;
    }

    @Override
    public int take(SoundBlock block, long position, int most, boolean isOverdue) {
        CallerSpan now = span;
        int run = runs.oldestRun();
        while (now != null && run > 0) {
            long timeNs = runs.timeNs(format);
            long belongs = now.position(timeNs);
            if (belongs > position) {
                return block.silence((int) Math.min(most, belongs - position));
            }
            if (belongs == position) {
                return sound(block, (int) Math.min(Math.min(most, run), now.leftAt(timeNs)));
            }
            long tooEarly = belongs == CallerSpan.NOWHERE ? now.untilBegin(timeNs) : position - belongs;
            cut((int) Math.min(run, Math.max(1, tooEarly)));
            run = runs.oldestRun();
        }
        return isOverdue ? block.silence(most) : 0;
    }

    private int sound(SoundBlock block, int count) {
        ring.take(block.sound(), count);
        return count;
    }

    private void cut(int count) {
        ring.release(ring.released() + count);
        counters.cut.addAndGet(count);
    }
}
