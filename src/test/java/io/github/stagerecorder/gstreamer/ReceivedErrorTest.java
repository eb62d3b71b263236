package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What GStreamer says of a wrong description is read before its memory is freed, and not after. */
@Timeout(60)
class ReceivedErrorTest {
    private static final String OVERWRITES = "165"; // the byte that the C library puts into what is freed

    @TempDir
    Path folder;

    /** GLib below 2.76 takes the memory from the C library only if it is told to. */
    @Test
    void shouldNotReadAnErrorThatIsFreed() throws Exception {
        ProcessBuilder child = ChildJvm.of(TellRefusals.class, "theoraenc ! webmmux", "no-such-element", "x264enc ! !");
        child.environment().put("G_SLICE", "always-malloc");
        child.environment().put("MALLOC_PERTURB_", OVERWRITES);
        Process process = child.directory(folder.toFile()).start();
        String printed = ChildJvm.printed(process);
        assertEquals(0, process.waitFor(), printed);
        List<String> refusals =
                printed.lines().filter(line -> line.startsWith("refused: ")).toList();
        assertEquals(3, refusals.size(), printed);
        assertTrue(refusals.get(0).contains("could not link theoraenc to webmmux"), printed);
        assertTrue(refusals.get(1).contains("no-such-element of"), printed);
        assertTrue(refusals.get(2).contains("x264enc ! !"), printed);
    }
}
