package io.github.stagerecorder.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short version of the long life; scripts/soak.sh runs the long one. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the figures come from /proc")
class LongLifeTest {
    @TempDir
    Path folder;

    @TempDir
    Path logs;

    @Test
    void shouldStayFlatWhenManyFramesAreRecorded() throws Exception {
        assertGood(new LifeRun(1, 15000, 1).in(folder));
    }

    @Test
    void shouldStayFlatWhenStartedAndStoppedManyTimes() throws Exception {
        assertGood(new LifeRun(1, 5, 30).in(folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void shouldCompleteEveryFileWhenSeveralRecordAtOnce(int recorders) throws Exception {
        LifeRun.Result result = new LifeRun(recorders, 100, 1).in(folder);
        assertGood(result);
        assertEquals(recorders, result.files());
    }

    @Test
    void shouldMoveAndLoseNothingWhenTheCollectorIsBusy() throws Exception {
        Path log = logs.resolve("jvm.log");
        assertGood(new LifeRun(2, 500, 1).amongGarbage(folder, log));
        assertEquals(0, exitStatus("scripts/check-jni.sh", log.toString()), "JNI misused: see the output");
    }

    private static void assertGood(LifeRun.Result result) {
        assertTrue(result.isGood(), result::toString);
    }

    private static int exitStatus(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
