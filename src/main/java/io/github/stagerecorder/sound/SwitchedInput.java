package io.github.stagerecorder.sound;

import java.nio.Buffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The input of the recording that runs now. Sound between two recordings is discarded, and counted. */
public final class SwitchedInput implements SoundInput {
    private final Supplier<SoundInput> recorded;
    private final AtomicLong discarded = new AtomicLong();

    /** @param recorded returns the input of the recording that runs now; null if there is none */
    public SwitchedInput(Supplier<SoundInput> recorded) {
        this.recorded = recorded;
    }

    @Override
    public int write(Buffer samples, int count, long timeNs) {
        SoundInput now = recorded.get();
        if (now == null) {
            discarded.addAndGet(count);
            return count;
        }
        return now.write(samples, count, timeNs);
    }

    @Override
    public int due() {
        SoundInput now = recorded.get();
        return now == null ? 0 : now.due();
    }

    /** Returns how many sample frames no recording got. */
    public long discarded() {
        return discarded.get();
    }
}
