package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.List;
import org.freedesktop.gstreamer.Version;
import org.junit.jupiter.api.Test;

class GStreamerVersionTest {

    @Test
    void shouldTakeVersion120AndNewer() {
        assertDoesNotThrow(() -> GStreamer.requireVersion(new Version(1, 20)));
        assertDoesNotThrow(() -> GStreamer.requireVersion(new Version(1, 26, 3, 0)));
    }

    @Test
    void shouldRefuseAnOlderOrAnotherGStreamerWithBothVersions() {
        RecordingException refusal =
                assertThrows(RecordingException.class, () -> GStreamer.requireVersion(new Version(1, 18, 4, 0)));
        assertEquals(FailureKind.UNAVAILABLE, refusal.kind());
        assertTrue(
                refusal.getMessage().contains("1.18.4") && refusal.getMessage().contains("1.20"), refusal.getMessage());
        assertThrows(RecordingException.class, () -> GStreamer.requireVersion(new Version(2, 0)));
    }

    @Test
    void shouldTellWhereAnOlderOneWasFoundAndHowToGetANewer() {
        RecordingException refusal =
                assertThrows(RecordingException.class, () -> GStreamer.requireVersion(new Version(1, 18)));
        for (String words : List.of(
                "; this one was found ",
                "; install GStreamer 1.20 or newer (",
                ", or name its folder in the property stagerecorder.gstreamer")) {
            assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        }
    }
}
