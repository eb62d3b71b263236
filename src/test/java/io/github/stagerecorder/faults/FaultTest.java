package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens in front of the encoder, close() ends in time and reports it, and the file holds what is reported.
 */
@Timeout(60)
class FaultTest {
    private static final int FRAMES = 25;

    /** The frames that are on their way to the file when the fault happens. */
    private static final int UNDER_WAY = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("runs")
    void shouldEndInTimeWithWhatItSaysWhenAnElementFails(FaultRun run) throws Exception {
        FramesKept kept = run.in(folder.resolve("stage.mkv"));
        assertEquals(0, kept.lostUnreported(), kept.toString());
        assertTrue(kept.playable() >= FRAMES - UNDER_WAY, kept.toString());
    }

    static List<FaultRun> runs() {
        List<FaultRun> runs = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (WhenBehind whenBehind : WhenBehind.values()) {
                for (EncodeOn encodeOn : EncodeOn.values()) {
                    runs.add(new FaultRun(fault, whenBehind, encodeOn, FRAMES));
                }
            }
        }
        return runs;
    }
}
