package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AvailabilityTest {

    @Test
    void shouldBeAvailableHere() {
        assertNull(StageRecorder.unavailabilityCause());
        assertTrue(StageRecorder.isAvailable());
    }
}
