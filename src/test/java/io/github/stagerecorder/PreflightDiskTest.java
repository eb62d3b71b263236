package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private SmallDisk disk;

    @BeforeEach
    void openSmallDisk() throws Exception {
        disk = SmallDisk.of(DISK_BYTES, folder);
    }

    @AfterEach
    void closeSmallDisk() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    private RecorderBuilder recorder() {
        return recorderTo(disk.folder().resolve("stage.mp4").toString()); // an absolute path stays as it is
    }

    @Test
    void shouldWarnOfADiskThatLastsForSeconds() {
        Preflight preflight = recorder().preflight();
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
        Files.write(disk.folder().resolve("full"), new byte[DISK_BYTES]);
        assertRefused("the disk is full");
    }

    @Test
    void shouldRefuseAFolderThatCannotBeWrittenAsTheStartDoes() throws Exception {
        disk.makeReadOnly();
        assertRefused("cannot be written");
    }

    private void assertRefused(String why) {
        RecorderBuilder builder = recorder();
        Preflight preflight = builder.preflight();
        assertFalse(preflight.canRecord());
        RecordingException refusal = assertThrows(RecordingException.class, builder::start);
        assertEquals(FailureKind.OUTPUT, refusal.kind());
        assertEquals(refusal.getMessage(), preflight.findings().get(0).what());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }
}
