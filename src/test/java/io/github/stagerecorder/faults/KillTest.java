package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a process is killed, its files play up to at most a second before the kill. */
@Timeout(60)
class KillTest {
    private static final int FRAMES_IN_A_SECOND = 30;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void shouldPlayUpToASecondBeforeTheProcessWasKilled() throws Exception {
        long seed = System.nanoTime();
        System.out.println("killed by seed " + seed);
        int[] missing = KillRound.in(folder, new Random(seed));
        for (int i = 0; i < missing.length; i++) {
            assertTrue(
                    missing[i] <= FRAMES_IN_A_SECOND,
                    KillRound.CONTAINERS.get(i) + " lacks the last " + missing[i] + " frames, seed " + seed);
            System.out.println(KillRound.CONTAINERS.get(i) + " lacks the last " + missing[i] + " frames");
        }
    }
}
