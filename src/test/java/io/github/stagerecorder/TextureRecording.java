package io.github.stagerecorder;

import static org.lwjgl.opengl.EXTFramebufferObject.glBindFramebufferEXT;
import static org.lwjgl.opengl.EXTFramebufferObject.glFramebufferTexture2DEXT;
import static org.lwjgl.opengl.EXTFramebufferObject.glGenFramebuffersEXT;
import static org.lwjgl.opengl.GL30C.*;

import io.github.stagerecorder.demo.PbufferContext;
import java.nio.file.Path;
import org.lwjgl.opengl.GL;

/** Records a texture without a size, in a process of its own: Mesa learns by the environment which GL to be. */
final class TextureRecording {
    static final int WIDTH_PX = 64;
    static final int HEIGHT_PX = 48;

    private TextureRecording() {}

    /** @return what the program printed */
    static String of(Path file, String api, String version, String extensions) throws Exception {
        ProcessBuilder child = ChildJvm.of(TextureRecording.class, file.toString(), api);
        child.environment()
                .put(api.equals("GLES") ? "MESA_GLES_VERSION_OVERRIDE" : "MESA_GL_VERSION_OVERRIDE", version);
        child.environment().put("MESA_EXTENSION_OVERRIDE", extensions);
        Process process = child.start();
        String printed = ChildJvm.printed(process);
        process.waitFor();
        return printed;
    }

    /** @param args the file; GL or GLES */
    public static void main(String[] args) {
        boolean es = args[1].equals("GLES");
        try (PbufferContext context = new PbufferContext(es, 2)) {
            context.makeCurrent();
            bindTexture();
            StageRecorder recorder = StageRecorder.builder(Path.of(args[0]))
                    .timing(Timing.FRAME_BY_FRAME)
                    .start();
            glClearColor(0, 1, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            System.out.println(recorder.capture());
            recorder.close();
            System.out.println("error " + glGetError());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void bindTexture() {
        int texture = glGenTextures();
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, WIDTH_PX, HEIGHT_PX, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0);
        glBindTexture(GL_TEXTURE_2D, 0);
        if (GL.getCapabilities().glBindFramebuffer != 0) {
            glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
            glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
        } else {
            glBindFramebufferEXT(GL_FRAMEBUFFER, glGenFramebuffersEXT());
            glFramebufferTexture2DEXT(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
        }
    }
}
