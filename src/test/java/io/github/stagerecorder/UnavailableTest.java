package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.gstreamer.CopiedGStreamer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where recording cannot work, {@code isAvailable} is false, and each refusal has the cause and what to do. */
@Timeout(60)
class UnavailableTest {
    private static final Path OLD_JNA = Path.of("target", "old-jna", "jna-4.5.2.jar");

    /** Not what surefire gives to this process. */
    private static final List<String> NATIVE_ACCESS_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    @ParameterizedTest
    @ValueSource(strings = {"available deinit", "init deinit", "init deinit init", "available init deinit deinit"})
    void shouldTellThatGStreamerWasShutDown(String before) throws Exception {
        ProcessBuilder child = ChildJvm.of(PrintAvailability.class, before.split(" "));
        if (OS.WINDOWS.isCurrentOs()) { // where the program's own binding would find none
            CopiedGStreamer.putOnSearchPath(child, CopiedGStreamer.system());
        }
        String printed = run(child);
        assertRefused(printed, "GStreamer was shut down by Gst.deinit()");
        assertTrue(printed.contains("preflight: do what it says"), printed);
    }

    @Test
    void shouldTellThatJnaIsTooOld() throws Exception {
        ProcessBuilder child = ChildJvm.of(PrintAvailability.class);
        int classPath = child.command().indexOf("-cp") + 1;
        child.command()
                .set(classPath, OLD_JNA + File.pathSeparator + child.command().get(classPath));
        String printed = run(child);
        assertRefused(printed, "JNA 4.5.2 in ");
        assertRefused(printed, "jna-4.5.2.jar is too old");
    }

    @Test
    void shouldNameTheFlagAndTheManifestWhenNativeAccessIsDenied() throws Exception {
        assumeTrue(Runtime.version().feature() >= 24, "older virtual machines deny nothing");
        ProcessBuilder child = ChildJvm.of(PrintAvailability.class);
        child.command().add(1, "--illegal-native-access=deny");
        NATIVE_ACCESS_VARIABLES.forEach(child.environment()::remove);
        String printed = run(child);
        assertRefused(printed, "start it with --enable-native-access=ALL-UNNAMED");
        assertRefused(printed, "Enable-Native-Access: ALL-UNNAMED");
    }

    private static String run(ProcessBuilder child) throws IOException {
        Process process = child.start();
        return ChildJvm.printed(process);
    }

    private static void assertRefused(String printed, String words) {
        assertTrue(printed.contains("available: false"), printed);
        for (String start : List.of("cause: ", "again: ", "start: UNAVAILABLE ")) {
            assertTrue(
                    printed.lines().anyMatch(line -> line.startsWith(start) && line.contains(words)),
                    () -> start + "has not \"" + words + "\":\n" + printed);
        }
    }
}
