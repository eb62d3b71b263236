package io.github.stagerecorder;

import static org.lwjgl.opengl.GL30C.*;

import io.github.stagerecorder.demo.PbufferContext;
import java.nio.file.Path;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.JNI;

/** Records a texture whose size the driver does not tell, and that becomes smaller. In a process of its own. */
final class ShrunkTexture {
    static final int WIDTH_PX = 64;
    static final int HEIGHT_PX = 48;
    static final int FRAMES = 9;

    private ShrunkTexture() {}

    /**
     * @param version of OpenGL ES that Mesa offers
     * @return what the program printed: the delivered frames, those whose framebuffer was too small, and the GL error
     */
    static String of(Path file, ReadStrategy strategy, Convert convert, String version) throws Exception {
        ProcessBuilder child =
                ChildJvm.of(ShrunkTexture.class, file.toString(), strategy.name(), convert.name(), version);
        child.environment().put("MESA_GLES_VERSION_OVERRIDE", version);
        Process process = child.start();
        String printed = ChildJvm.printed(process);
        process.waitFor();
        return printed;
    }

    /** Frames 3 to 5 are drawn to a texture that is too small; see {@link #grey}. */
    static boolean isShrunk(int frame) {
        return frame / 3 == 1;
    }

    static int grey(int frame) {
        return 50 + 20 * frame;
    }

    /** @param args the file, the strategy, who converts, and the version */
    public static void main(String[] args) {
        try (PbufferContext context = new PbufferContext(true, args[3].startsWith("2") ? 2 : 3)) {
            context.makeCurrent();
            int texture = glGenTextures();
            specify(texture, HEIGHT_PX);
            attach(texture);
            StageRecorder recorder = StageRecorder.builder(Path.of(args[0]))
                    .size(WIDTH_PX, HEIGHT_PX)
                    .timing(Timing.FRAME_BY_FRAME)
                    .whenBehind(WhenBehind.WAIT)
                    .quality(Quality.HIGH)
                    .tuning(t -> t.readStrategy(ReadStrategy.valueOf(args[1])).convert(Convert.valueOf(args[2])))
                    .start();
            record(recorder, texture);
            Stats stats = recorder.stats();
            System.out.println("frames " + stats.delivered() + " "
                    + (stats.failures().framebuffer() + stats.losses().byFramebuffer()) + ", error " + glGetError());
        }
    }

    private static void record(StageRecorder recorder, int texture) {
        for (int frame = 0; frame < FRAMES; frame++) {
            specify(texture, isShrunk(frame) ? HEIGHT_PX - 9 : HEIGHT_PX);
            float grey = grey(frame) / 255f;
            glClearColor(grey, grey, grey, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            recorder.capture();
        }
        recorder.close();
    }

    /** LWJGL does not load these functions for OpenGL ES 2, which has them. */
    private static void attach(int texture) {
        int[] framebuffer = new int[1];
        JNI.callPV(1, framebuffer, function("glGenFramebuffers"));
        JNI.callV(GL_FRAMEBUFFER, framebuffer[0], function("glBindFramebuffer"));
        JNI.callV(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0, function("glFramebufferTexture2D"));
    }

    private static long function(String name) {
        return GL.getFunctionProvider().getFunctionAddress(name);
    }

    private static void specify(int texture, int heightPx) {
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, WIDTH_PX, heightPx, 0, GL_RGBA, GL_UNSIGNED_BYTE, 0);
    }
}
