package io.github.stagerecorder.sound;

import io.github.stagerecorder.report.SoundCounts;
import java.util.concurrent.atomic.AtomicLong;

/** Counts sample frames by what became of them. Any thread. */
final class SoundCounters {
    final AtomicLong written = new AtomicLong();
    final AtomicLong recorded = new AtomicLong();
    final AtomicLong silence = new AtomicLong();
    final AtomicLong overflow = new AtomicLong();
    final AtomicLong cut = new AtomicLong();
    final AtomicLong paused = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong closed = new AtomicLong();

    SoundCounts now() {
        return new SoundCounts(
                written.get(),
                recorded.get(),
                silence.get(),
                new SoundCounts.Drops(overflow.get(), cut.get(), paused.get(), failed.get(), closed.get()));
    }
}
