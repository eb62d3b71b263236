package io.github.stagerecorder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lwjgl.opengl.GL33C.GL_EXTENSIONS;
import static org.lwjgl.opengl.GL33C.GL_NUM_EXTENSIONS;
import static org.lwjgl.opengl.GL33C.glGetInteger;
import static org.lwjgl.opengl.GL33C.glGetStringi;

import java.util.stream.IntStream;

/**
 * Skips tests that need what the driver lacks. Mesa's software renderer supports everything, a graphics card may not.
 */
public final class DriverSupport {
    private DriverSupport() {}

    public static void assume(ReadStrategy strategy) {
        assumeTrue(strategy != ReadStrategy.PINNED || has("GL_AMD_pinned_memory"), "pinned memory");
    }

    static void assume(Flip flip) {
        assumeTrue(flip != Flip.DRIVER || has("GL_MESA_pack_invert"), "the driver's own flip");
    }

    private static boolean has(String extension) {
        return IntStream.range(0, glGetInteger(GL_NUM_EXTENSIONS))
                .anyMatch(i -> extension.equals(glGetStringi(GL_EXTENSIONS, i)));
    }
}
