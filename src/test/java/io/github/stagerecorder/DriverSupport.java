package io.github.stagerecorder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.lwjgl.opengl.GL;

/** What a test can ask of the current context's driver. */
final class DriverSupport {
    private DriverSupport() {}

    /** Every driver of OpenGL 4.5 has the other strategies, and Mesa's software renderer this one too. */
    static void assume(ReadStrategy strategy) {
        boolean pinned = GL.getCapabilities().GL_AMD_pinned_memory;
        assumeTrue(strategy != ReadStrategy.PINNED || pinned, "the driver lacks GL_AMD_pinned_memory");
    }
}
