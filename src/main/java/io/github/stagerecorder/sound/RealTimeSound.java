package io.github.stagerecorder.sound;

import io.github.stagerecorder.frame.Timeline;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.Buffer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sound in real time: the last sample of a block belongs to the moment in which it arrives. What is read lags behind, so
 * that sound that comes in bursts is there. A write never waits.
 */
final class RealTimeSound implements SoundTiming {
    /** More than a burst, and less than the ring. What is late is missing from the file of a killed process. */
    static final long LATENCY_NS = 600_000_000L;

    private final SampleRing ring;
    private final SoundCounters counters;
    private final SoundFormat format;
    private final LongSupplier reachedNs;
    private final long offsetNs;
    private final long latencyNs;
    private final Consumer<String> trouble;
    private final Arrivals arrivals = new Arrivals(); // the ring guards it and what follows
    private volatile boolean paused;
    private boolean fresh = true; // the next block does not continue the one before
    private long opened; // where this file begins, or goes on after a pause
    private final ArrivedSound arrived;
    private final Resampler resampler;
    private volatile long base; // where this file begins

    /**
     * @param reachedNs the file's time now, or {@link Timeline#NONE}
     * @param offsetNs how much later the sound is to be heard
     * @param trouble is told why sound is lost
     */
    RealTimeSound(
            SampleRing ring,
            SoundCounters counters,
            SoundFormat format,
            LongSupplier reachedNs,
            long offsetNs,
            Consumer<String> trouble) {
        this.ring = ring;
        this.counters = counters;
        this.format = format;
        this.reachedNs = reachedNs;
        this.offsetNs = offsetNs;
        this.trouble = trouble;
        latencyNs = Math.max(0, LATENCY_NS - offsetNs);
        arrived = new ArrivedSound(format.rateHz());
        resampler = new Resampler(ring, format.channels(), SoundBlock.capacity(format));
    }

    @Override
    public void frame(long callerTimeNs) {} // a clock tells the time

    @Override
    public void restart() {}

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        fresh = true;
        opened = position(reachedNs.getAsLong(), 0);
    }

    /** During a pause no more sound comes for what was before, and none of that is late. */
    @Override
    public long owed() {
        return Math.max(base, position(reachedNs.getAsLong(), paused ? 0 : -latencyNs));
    }

    @Override
    public long overdue() {
        return owed();
    }

    private long position(long fileNs, long laterNs) {
        return fileNs == Timeline.NONE ? base : base + format.nearestIndex(fileNs + laterNs);
    }

    @Override
    public long end(long endNs) {
        fresh = true;
        base = position(endNs, 0);
        opened = base;
        return base;
    }

    @Override
    public int write(Buffer samples, int first, int count, long timeNs) {
        long nowNs = reachedNs.getAsLong();
        if (paused || nowNs == Timeline.NONE) {
            counters.paused.addAndGet(count);
            return count;
        }
        long end = position(nowNs, offsetNs);
        int early = fresh ? (int) Math.max(0, Math.min(count, opened + count - end)) : 0;
        counters.cut.addAndGet(early);
        if (early < count) {
            put(samples, first + early, count - early, end);
        }
        return count;
    }

    /** Takes the newest sample frames that there is room for. */
    private void put(Buffer samples, int first, int count, long end) {
        int tooMany = Math.max(0, count - ring.free());
        fresh |= tooMany > 0;
        long begin = ring.written();
        ring.put(samples, first + tooMany, count - tooMany);
        arrivals.add(begin, ring.written(), end, fresh);
        fresh = false;
        if (tooMany > 0) {
            counters.overflow.addAndGet(tooMany);
            trouble.accept("sound is lost, because there was no room for it: more than a second of it waits");
        }
    }

    @Override
    public int due() {
        return 0;
    }

    @Override
    public int take(SoundBlock block, long position, int most, boolean isOverdue) {
        synchronized (ring) {
            arrivals.takeAll(arrived);
        }
        for (Segment next = arrived.oldest(); next != null; next = arrived.oldest()) {
            long startsIn =
                    next.isBegun() ? 0 : next.startsIn(position, arrived.loop().clockRate());
            if (startsIn > 0) {
                return block.silence((int) Math.min(most, startsIn));
            }
            begin(next, position);
            int made = make(next, block, most);
            if (made > 0) {
                return made;
            }
            end(next);
        }
        return block.silence(most);
    }

    private void begin(Segment next, long position) {
        if (!next.isBegun()) {
            counters.cut.addAndGet(next.begin(position, arrived.loop().clockRate()));
        }
    }

    private int make(Segment segment, SoundBlock block, int most) {
        double rate = arrived.loop().readRate();
        long end = segment.next() == null ? ring.written() : segment.end();
        int made = (int) Math.min(most, Math.floor((end - segment.position()) / rate));
        if (made <= 0) {
            return 0;
        }
        resampler.make(block, segment.position(), rate, made);
        segment.advance(made, rate);
        ring.release((long) segment.position() - Resampler.REACH);
        return made;
    }

    private void end(Segment segment) {
        ring.release(segment.end());
        arrived.removeOldest();
    }
}
