package io.github.stagerecorder.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class NativeModuleTest {
    private static final Path OTHER_ABI =
            Path.of("target", "native", System.mapLibraryName("other_abi")).toAbsolutePath();

    /** In a process of its own, for a library is loaded once. */
    static final class Load {
        public static void main(String[] arguments) {
            System.setProperty(NativeModule.PATH_PROPERTY, arguments[0]);
            try {
                NativeModule.load();
            } catch (UnsatisfiedLinkError e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the module of another version is built there alone")
    void shouldTellBothNumbersWhenTheModuleIsOfAnotherVersion() throws Exception {
        Process child = ChildJvm.of(Load.class, OTHER_ABI.toString()).start();
        String printed = ChildJvm.printed(child);
        assertEquals(0, child.waitFor());
        assertTrue(
                printed.contains(OTHER_ABI + " is of another version")
                        && printed.contains("its ABI number is 4711, and theirs is "),
                printed);
    }
}
