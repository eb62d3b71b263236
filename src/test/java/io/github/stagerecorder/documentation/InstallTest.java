package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts want to be installed, as they tell it on a system that has no apt. */
class InstallTest {
    private static final List<String> TOOLS =
            List.of("bash", "dirname", "readlink", "sed", "javac", "mvn", "cmake", "gcc");

    @TempDir
    Path tools;

    @BeforeEach
    void leaveOutApt() throws IOException {
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), find(tool));
        }
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldWantNoServersAndNoSoundForTheDemo() throws Exception {
        String wanted = wanted("--demo");
        assertTrue(wanted.contains("gstreamer1.0-plugins-ugly"), wanted);
        assertFalse(wanted.contains("nginx"), wanted);
        assertFalse(wanted.contains("pulseaudio"), wanted);
    }

    @Test
    void shouldWantAllThatTheTestsUse() throws Exception {
        String wanted = wanted();
        for (String part : List.of("gstreamer1.0-plugins-ugly", "nginx", "pulseaudio", "ffmpeg")) {
            assertTrue(wanted.contains(part), wanted);
        }
    }

    /** On a bare machine a row finds only what the script has installed. */
    @ParameterizedTest
    @CsvSource({
        "debian.sh, debootstrap",
        "linux-aarch64.sh, debootstrap qemu-user-static",
        "windows.sh, unzip python3-pip"
    })
    void shouldWantAllThatARowOfAnotherSystemUses(Path row, String packages) throws Exception {
        Matcher call = Pattern.compile("scripts/install\\.sh((?: --[a-z]+)+) >&2")
                .matcher(Files.readString(Path.of("scripts", "platforms").resolve(row)));
        assertTrue(call.find(), row.toString());
        String wanted = wanted(call.group(1).strip().split(" "));
        for (String name : packages.split(" ")) {
            assertTrue(wanted.contains(name), () -> name + " is not in " + wanted);
        }
    }

    private String wanted(String... options) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "scripts/install.sh");
        builder.command().addAll(List.of(options));
        builder.environment().put("PATH", tools.toString());
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("STAGERECORDER_SKIP_INSTALL");
        Process process = builder.redirectErrorStream(true).start();
        String printed = ChildJvm.printed(process);
        assertEquals(1, process.waitFor(), printed);
        return printed;
    }
}
