package io.github.stagerecorder.sound;

import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Uninterrupted;
import io.github.stagerecorder.settings.SoundFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Feeds a file's encoder with sound, in blocks, on a thread of its own; the last of it on the thread that ends the file. */
final class SoundFeeder {
    private final SoundTiming timing;
    private final SoundCounters counters;
    private final SoundBlock block;
    private final int most; // sample frames in a block
    private final ReentrantLock lock = new ReentrantLock(); // held while feeding
    private final long timeoutNs;
    private SoundFile file; // null between two files; the lock guards it and what follows
    private long fileBegin;
    private long position;
    private int waiting; // sample frames in the block that are not pushed yet

    /** @param timeoutNs how long an end waits while the encoder takes nothing */
    SoundFeeder(SoundTiming timing, SoundCounters counters, SoundFormat format, long timeoutNs) {
        this.timing = timing;
        this.counters = counters;
        this.timeoutNs = timeoutNs;
        block = new SoundBlock(format);
        most = SoundBlock.capacity(format);
    }

    /** Begins a file. What was not fed before belongs to none. */
    void begin(SoundFile next, long begin) {
        if (!lockInTime()) {
            next.fail().accept(new IllegalStateException("the sound of the file before did not end"));
            return;
        }
        file = next;
        fileBegin = begin;
        lock.unlock();
    }

    private boolean lockInTime() {
        return Uninterrupted.within(timeoutNs, leftNs -> lock.tryLock(leftNs, TimeUnit.NANOSECONDS));
    }

    /** Feeds what there is, and never waits. Survives whatever is thrown, which ends the file's recording. */
    void feed() {
        lock.lock();
        try {
            if (file != null) {
                feedUntil(timing.owed(), timing.overdue());
            }
        } catch (RuntimeException | Error e) {
            file.fail().accept(e);
        } finally {
            lock.unlock();
        }
    }

    /** Feeds the file to its end. It waits only while the encoder takes nothing. */
    void end(long end) {
        if (!lockInTime()) {
            return;
        }
        try {
            feedToTheEnd(end);
        } catch (RuntimeException | Error e) {
            file.fail().accept(e);
        } finally {
            file = null;
            lock.unlock();
        }
    }

    private void feedToTheEnd(long end) {
        Patience patience = new Patience(timeoutNs);
        for (long before = -1; file != null && !feedUntil(end, end) && !patience.isOver(); before = position) {
            if (position != before) {
                patience.restart();
            }
            Uninterrupted.within(Patience.NAP_NS / 4, SoundFeeder::nap);
        }
    }

    private static boolean nap(long timeoutNs) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(timeoutNs);
        return true;
    }

    /** @return false if the encoder takes nothing now */
    private boolean feedUntil(long owed, long overdue) {
        while (push()) {
            if (position >= owed) {
                return true;
            }
            waiting = timing.take(block, position, next(owed, overdue), position < overdue);
            if (waiting == 0) {
                return true;
            }
        }
        return false;
    }

    /** No block belongs to two files, or partly to what is overdue. */
    private int next(long owed, long overdue) {
        long limit = position < fileBegin ? fileBegin : position < overdue ? overdue : owed;
        return (int) Math.min(most, limit - position);
    }

    /** Pushes what waits. @return false if the encoder takes nothing now */
    private boolean push() {
        if (waiting == 0) {
            return true;
        }
        boolean isTaken = belongs() && file.sink().push(block.address(), waiting, position - fileBegin);
        if (!isTaken && belongs()) {
            return false;
        }
        count(isTaken);
        position += waiting;
        waiting = 0;
        return true;
    }

    private boolean belongs() {
        return position >= fileBegin && !file.hasFailed().getAsBoolean();
    }

    private void count(boolean isTaken) {
        if (isTaken) {
            (block.isSilent() ? counters.silence : counters.recorded).addAndGet(waiting);
        } else if (!block.isSilent()) {
            counters.failed.addAndGet(waiting);
        }
    }
}
