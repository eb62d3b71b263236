package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Windows ends a thread under its loader lock. A thread of GStreamer's that the virtual machine still knows then stops
 * the whole process, if another thread starts at that moment.
 */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "elsewhere no lock of the process is held while a thread ends")
class AttachedThreadsTest extends OnStage {
    @Test
    void shouldKeepNoThreadOfGStreamersAttached() {
        try (StageRecorder recorder = recorderTo("stage.mkv").start()) {
            record(recorder, 5);
        }
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("GstBus"))
                        .toList());
    }
}
