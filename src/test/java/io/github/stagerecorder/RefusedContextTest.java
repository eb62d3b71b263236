package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process whose libEGL has a context that is lost: native/test/fuzz/fake_egl.h. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the lost context is one of EGL")
class RefusedContextTest {
    private static final Path LIBRARY =
            Path.of("target", "native", "native", "test", "fuzz", "libEGL.so.1").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void shouldSayWhatIsMissingWhenTheContextIsLost() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartInLostContext.class.getName(),
                        LIBRARY.toString(),
                        folder.resolve("stage.mkv").toString())
                .redirectErrorStream(true)
                .start();
        String log = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(50, TimeUnit.SECONDS), log);
        assertEquals(0, program.exitValue(), log);
        assertTrue(log.contains("main cannot be used: glGetString(GL_VERSION) answers NULL"), log);
    }
}
