package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.media.Rational;
import java.util.List;
import java.util.stream.IntStream;

/** The frames of a saved replay, decoded. */
final class ReplayFrames {
    private ReplayFrames() {}

    /** The file has each frame from its first to its last, which the result tells; its time begins at 0. */
    static void check(SavedReplay saved, int last) {
        int first = Math.toIntExact(Math.round(saved.from().toNanos() * 30 / 1e9));
        assertEquals(last + 1, Math.round(saved.to().toNanos() * 30 / 1e9));
        assertEquals(last + 1 - first, saved.frames());
        List<Integer> expected = IntStream.rangeClosed(first, last).boxed().toList();
        assertEquals(expected, DecodedVideo.of(saved.file()).frameNumbers());
        Rational tick = Ffprobe.of(saved.file()).timeBase();
        List<Long> ticks = Ffprobe.frameTicks(saved.file());
        for (int i = 0; i < ticks.size(); i++) {
            assertEquals(i / 30.0, tick.ticksToNs(ticks.get(i)) / 1e9, 0.0011);
        }
    }
}
