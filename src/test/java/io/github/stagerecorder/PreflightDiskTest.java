package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.Preflight.Finding;
import io.github.stagerecorder.Preflight.Level;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk that is small, full or read-only. */
class PreflightDiskTest extends OnStage {
    private static final int DISK_BYTES = 1 << 20;
    private static final int KBPS = 256; // for such a small stage
    private static final long BYTES_PER_SECOND = KBPS * 1000 / 8;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_BYTES, "tmpfs", folder.toString()) == 0,
                "only root may mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", folder.toString());
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor();
    }

    @Test
    void shouldWarnOfADiskThatLastsForSeconds() {
        Preflight preflight = recorderTo("stage.mp4").preflight();
        assertTrue(preflight.canRecord(), preflight::toString);
        assertEquals(DISK_BYTES, preflight.disk().freeBytes());
        assertEquals(BYTES_PER_SECOND, preflight.disk().bytesPerSecond());
        assertEquals(DISK_BYTES / BYTES_PER_SECOND, preflight.disk().freeSeconds());
        Finding only = preflight.findings().get(0);
        assertEquals(Level.WARNING, only.level());
        assertTrue(only.what().contains(Integer.toString(DISK_BYTES)), only.what());
        assertTrue(only.what().contains("32 s"), only.what());
    }

    @Test
    void shouldRefuseAFullDiskAsTheStartDoes() throws Exception {
        Files.write(folder.resolve("full"), new byte[DISK_BYTES]);
        assertRefused("the disk is full");
    }

    @Test
    void shouldRefuseAFolderThatCannotBeWrittenAsTheStartDoes() throws Exception {
        assertEquals(0, run("mount", "-o", "remount,ro", folder.toString()));
        assertRefused("cannot be written");
    }

    private void assertRefused(String why) {
        RecorderBuilder builder = recorderTo("stage.mp4");
        Preflight preflight = builder.preflight();
        assertFalse(preflight.canRecord());
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertEquals(refusal.getMessage(), preflight.findings().get(0).what());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }
}
