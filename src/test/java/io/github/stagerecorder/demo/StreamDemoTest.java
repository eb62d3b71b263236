package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the demo tells of a stream, to a server that is not there. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "libsrt keeps a program from its end there")
class StreamDemoTest {
    @TempDir
    Path folder;

    @Test
    void shouldTellWhatWasSentWhereThereIsNoFile() throws Exception {
        String printed = printedWith("--output", "-");
        assertTrue(
                printed.matches("(?s).*stream +srt://127.0.0.1, 0 frames sent, 12 lost, 0 reconnections\n.*"), printed);
        assertFalse(printed.contains("file  "), printed);
    }

    @Test
    void shouldTellOfBothWhereThereIsAFile() throws Exception {
        String printed = printedWith("--output", "stage.mp4");
        assertTrue(printed.contains("12 lost"), printed);
        assertTrue(printed.contains("file       stage.mp4, "), printed);
    }

    @Test
    void shouldNotQuoteAnAddressThatIsNone() throws Exception {
        Process demo = ChildJvm.of(Demo.class, "--stream", "rtmp://host/app/s3cret key")
                .start();
        String printed = ChildJvm.printed(demo);
        assertEquals(2, demo.waitFor(), printed);
        assertTrue(printed.contains("it is no address"), printed);
        assertFalse(printed.contains("s3cret"), printed);
    }

    private String printedWith(String option, String value) throws Exception {
        Process demo = ChildJvm.of(
                        Demo.class,
                        "--stream",
                        "srt://127.0.0.1:9",
                        "--frames",
                        "12",
                        "--clock",
                        "fixed",
                        option,
                        value)
                .directory(folder.toFile())
                .start();
        String printed = ChildJvm.printed(demo);
        assertEquals(0, demo.waitFor(), printed);
        return printed.replace("\r\n", "\n");
    }
}
