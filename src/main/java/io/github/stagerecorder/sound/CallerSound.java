package io.github.stagerecorder.sound;

import io.github.stagerecorder.settings.SoundFormat;
import java.nio.Buffer;
import java.util.function.Consumer;

/**
 * Sound by the caller's clock. The times of the frames say where it belongs, so sound may be written before its frame.
 * Blocks within 20 ms of each other are continuous; a longer gap is silence, and an overlap is cut. A time that is far
 * ahead of the newest frame is wrong: its block is cut, so that what follows has its place.
 */
final class CallerSound extends OwedSoundTiming {
    private static final long TOLERANCE_NS = 20_000_000L;
    private static final long LEAST_FAR_NS = 2_000_000_000L;

    /** Nothing is far ahead of it. At the beginning and after a pause, the next frame may have any time. */
    private static final long ANY_NS = Long.MAX_VALUE;

    private final SampleRing ring;
    private final SoundCounters counters;
    private final SoundFormat format;
    private final long frameNs;
    private final long farNs; // more than what continuous sound can be ahead
    private final Consumer<String> trouble;
    private final WrittenRuns runs;
    private boolean begins = true; // the next frame begins a span; the capturing thread and that which pauses, in turns
    private volatile CallerSpan span; // null before the first frame
    private volatile long newestNs = ANY_NS; // the caller's time of the newest frame
    private boolean paused; // the ring guards this and what follows
    private boolean isWritten;
    private long runTimeNs; // of the first sample frame that follows without a gap
    private long runFrames;
    private boolean told;

    /**
     * @param frameNs how long the newest frame lasts
     * @param trouble is told why sound is lost
     */
    CallerSound(SampleRing ring, SoundCounters counters, SoundFormat format, long frameNs, Consumer<String> trouble) {
        super(format.rateHz());
        this.ring = ring;
        this.counters = counters;
        this.format = format;
        this.frameNs = frameNs;
        this.trouble = trouble;
        farNs = Math.max(LEAST_FAR_NS, frameNs + format.timeNs(ring.free()));
        runs = new WrittenRuns(ring);
    }

    @Override
    public void frame(long callerTimeNs) {
        newestNs = callerTimeNs;
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
        newestNs = ANY_NS;
    }

    @Override
    public int write(Buffer samples, int first, int count, long timeNs) {
        if (paused) {
            counters.paused.addAndGet(count);
            return count;
        }
        if (isFar(timeNs)) {
            return cutWrong(count, timeNs, "far ahead of the newest frame, which is at ", newestNs);
        }
        long aheadNs = CallerSpan.sinceNs(timeNs, runTimeNs) - format.timeNs(runFrames);
        if (!isWritten || aheadNs > TOLERANCE_NS || isFar(runTimeNs)) {
            return begin(samples, first, count, timeNs);
        }
        int overlap = aheadNs < -TOLERANCE_NS ? (int) Math.min(count, format.nearestIndex(-aheadNs)) : 0;
        if (overlap > 0 && overlap == count) {
            return cutWrong(
                    count,
                    timeNs,
                    "before the end of the sound before, which is at ",
                    runTimeNs + format.timeNs(runFrames));
        }
        counters.cut.addAndGet(overlap);
        return overlap + put(samples, first + overlap, count - overlap);
    }

    private boolean isFar(long timeNs) {
        return CallerSpan.sinceNs(timeNs, newestNs) > farNs;
    }

    private int cutWrong(int count, long timeNs, String where, long rightNs) {
        counters.cut.addAndGet(count);
        if (!told) {
            told = true;
            trouble.accept("sound is lost, because its time of " + timeNs + " ns is " + where + rightNs + " ns");
        }
        return count;
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
            if (isFar(timeNs)) { // written before there was a frame
                cut(run);
                run = runs.oldestRun();
                continue;
            }
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
