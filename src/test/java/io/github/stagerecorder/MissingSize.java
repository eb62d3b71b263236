package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts a recorder without a size on a texture in OpenGL 3.3, which does not tell the size of one. */
final class MissingSize {
    private MissingSize() {}

    /** @return what the program printed */
    static String inAContextThatDoesNotTellIt(Path file) throws Exception {
        ProcessBuilder child = ChildJvm.of(MissingSize.class, file.toString());
        child.environment().put("MESA_GL_VERSION_OVERRIDE", "3.3");
        child.environment().put("MESA_EXTENSION_OVERRIDE", "-GL_ARB_direct_state_access");
        Process process = child.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    /** @param args the file */
    public static void main(String[] args) {
        try (OffscreenSurface surface = new OffscreenSurface(64, 64)) {
            glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
            int texture = glGenTextures();
            glBindTexture(GL_TEXTURE_2D, texture);
            glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, surface.widthPx(), 64, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0);
            glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
            StageRecorder.builder(Path.of(args[0])).start().close();
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
