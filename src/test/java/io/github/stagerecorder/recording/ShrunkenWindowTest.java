package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.readback.ShrunkenWindow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A trial that a shrinking window disturbs ends at once, and tells nothing of the way to read. */
@Timeout(60)
class ShrunkenWindowTest {
    @Test
    void shouldKeepNoResultOfADisturbedTrial() throws Exception {
        try (VirtualScreen screen = new VirtualScreen()) {
            ProcessBuilder child = ChildJvm.of(ShrunkenWindow.class);
            child.environment().put("DISPLAY", screen.display());
            child.environment().remove("WAYLAND_DISPLAY");
            Process process = child.start();
            String printed = ChildJvm.printed(process);
            assertEquals(0, process.waitFor(), printed);
            List<String> results = printed.lines()
                    .filter(line ->
                            !line.isBlank() && !line.startsWith("WARNING")) // of the virtual machine, about LWJGL
                    .toList();
            assertEquals(List.of("CLIENT false", "MAPPED false"), results, printed);
        }
    }
}
