package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    /** In Ogg a probe sets a property, of which the bus tells in the middle of it. The complaint is C's, on stderr. */
    @Test
    @Timeout(120) // wine takes long to start a JVM
    void shouldNotComplainOfAThreadThatIsInACallbackAlready() throws Exception {
        Process program = ChildJvm.of(
                        LeftOpen.class, folder.resolve("stage.ogg").toString(), "5")
                .start();
        String printed = ChildJvm.printed(program);
        assertEquals(0, program.waitFor(), printed);
        assertFalse(printed.contains("could not detach"), printed);
    }
}
