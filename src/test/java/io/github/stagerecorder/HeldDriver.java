package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The GL driver of native/test/held_driver.h, which finishes no read, or refuses each, as long as it is told so. It is
 * usable in a process that preloads it.
 */
final class HeldDriver {
    private static final Path LIBRARY =
            Path.of("target", "native", "libheld_driver.so").toAbsolutePath();

    private final NativeLibrary library = NativeLibrary.getInstance(LIBRARY.toString());

    /** Runs a program with this driver to its end, and returns what it printed. */
    static String run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder jvm = ChildJvm.of(program, arguments);
        jvm.environment().put("LD_PRELOAD", LIBRARY.toString());
        Process process = jvm.start();
        String printed = ChildJvm.printed(process);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    /** @param held whether the GPU finishes no read that has not been collected */
    void holdReads(boolean held) {
        variable("held_fences").setInt(0, held ? 1 : 0);
    }

    /** Returns how often something has waited for a held read. */
    int waits() {
        return variable("held_waits").getInt(0);
    }

    /** @param refused whether reads leave the memory as it is, as they do with an error */
    void refuseReads(boolean refused) {
        variable("refuses_reads").setInt(0, refused ? 1 : 0);
    }

    private Pointer variable(String name) {
        return library.getGlobalVariableAddress(name);
    }
}
