package consumer.jogl;

import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLDrawableFactory;
import com.jogamp.opengl.GLOffscreenAutoDrawable;
import com.jogamp.opengl.GLProfile;
import io.github.stagerecorder.Stats;
import java.nio.file.Path;

/** Draws 30 frames and records them: {@code Record FILE}. {@code CheckRecording} describes the pictures. */
public final class Record {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FRAMES = 30;

    private Record() {}

    public static void main(String[] args) {
        GLOffscreenAutoDrawable drawable = offscreen();
        RecordedPainter painter = new RecordedPainter(Path.of(args[0]));
        drawable.addGLEventListener(painter);
        for (int frame = 0; frame < FRAMES; frame++) {
            drawable.display();
        }
        drawable.destroy();
        Stats stats = painter.stats();
        System.out.println(stats);
        if (stats.delivered() != FRAMES) {
            throw new IllegalStateException("not all " + FRAMES + " frames were delivered: " + stats);
        }
    }

    /** JOGL double-buffers this drawable with two framebuffer objects in turn. */
    private static GLOffscreenAutoDrawable offscreen() {
        GLProfile profile = GLProfile.get(GLProfile.GL2ES2);
        GLCapabilities capabilities = new GLCapabilities(profile);
        capabilities.setOnscreen(false);
        return GLDrawableFactory.getFactory(profile)
                .createOffscreenAutoDrawable(null, capabilities, null, WIDTH_PX, HEIGHT_PX);
    }
}
