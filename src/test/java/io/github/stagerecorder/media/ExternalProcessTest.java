package io.github.stagerecorder.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for sh")
class ExternalProcessTest {

    @Test
    void givesTheOutput() {
        assertEquals("fine", run(Duration.ofSeconds(10), "printf fine"));
    }

    @Test
    void showsWhatAFailedCommandComplainedOf() {
        String message = failureOf(Duration.ofSeconds(10), "echo broken pot >&2; exit 3");
        assertTrue(message.contains("status 3") && message.contains("broken pot"), message);
    }

    @Test
    void takesAComplaintForAFailure() {
        String message = failureOf(Duration.ofSeconds(10), "echo broken pot >&2");
        assertTrue(message.contains("broken pot"), message);
    }

    /** One more is of a packet within the file. */
    @Test
    void passesOverWhatFfmpeg80SaysAtTheEndOfOpus() {
        String complaint = "echo '[opus @ 0x1f]'\\ Error parsing Opus packet header. >&2;";
        assertEquals("fine", run(Duration.ofSeconds(10), complaint + "printf fine"));
        String message = failureOf(Duration.ofSeconds(10), complaint + complaint);
        assertTrue(message.contains("Opus packet header"), message);
    }

    @Test
    void killsACommandThatTakesTooLong() {
        String message = failureOf(Duration.ofMillis(200), "exec sleep 60");
        assertTrue(message.contains("took too long"), message);
    }

    private static String failureOf(Duration timeout, String script) {
        return assertThrows(IllegalStateException.class, () -> run(timeout, script))
                .getMessage();
    }

    private static String run(Duration timeout, String script) {
        return ExternalProcess.outputOf(timeout, List.of("sh", "-c", script));
    }
}
