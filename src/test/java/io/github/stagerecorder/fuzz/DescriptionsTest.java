package io.github.stagerecorder.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.fuzz.Attempt.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Makes the first of the hundred thousand attempts of scripts/fuzz.sh. */
@Timeout(300)
class DescriptionsTest {
    private static final int ATTEMPTS = 2_000;

    @Test
    void shouldEndInATypedExceptionOrARecordingWhateverIsDescribed() throws Exception {
        Campaign campaign = Campaign.run(1, ATTEMPTS);
        assertEquals(List.of(), campaign.findings);
        assertEquals(
                ATTEMPTS,
                campaign.verdicts.values().stream().mapToInt(Integer::intValue).sum());
        for (Verdict verdict : Verdict.values()) {
            assertTrue(campaign.verdicts.getOrDefault(verdict, 0) > 0, "the grammar gives none that is " + verdict);
        }
    }
}
