package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.encode.EncodeException;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    @Test
    void shouldBeAvailableHere() {
        assertNull(StageRecorder.unavailabilityCause());
        assertTrue(StageRecorder.isAvailable());
    }

    @Test
    void shouldHaveAPublicKindForEveryReason() {
        for (EncodeException.Reason reason : EncodeException.Reason.values()) {
            assertDoesNotThrow(() -> RecordingException.Kind.valueOf(reason.name()));
            assertEquals(
                    reason.name(),
                    RecordingException.of(new EncodeException(reason, "x"))
                            .kind()
                            .name());
        }
    }
}
