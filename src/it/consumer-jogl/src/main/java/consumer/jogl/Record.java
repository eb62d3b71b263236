package consumer.jogl;

import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLDrawableFactory;
import com.jogamp.opengl.GLOffscreenAutoDrawable;
import com.jogamp.opengl.GLProfile;
import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;

/** Draws 30 frames and records them: {@code Record FILE}. */
public final class Record {
    private Record() {}

    public static void main(String[] args) {
        GLOffscreenAutoDrawable drawable = offscreen();
        RecordedPainter painter = new RecordedPainter(StageRecorder.builder(Path.of(args[0])));
        drawable.addGLEventListener(painter);
        for (int frame = 0; frame < RecordedPainter.FRAMES; frame++) {
            drawable.display();
        }
        drawable.destroy();
    }

    /** JOGL double-buffers this drawable with two framebuffer objects in turn. */
    private static GLOffscreenAutoDrawable offscreen() {
        GLProfile profile = GLProfile.get(GLProfile.GL2ES2);
        GLCapabilities capabilities = new GLCapabilities(profile);
        capabilities.setOnscreen(false);
        return GLDrawableFactory.getFactory(profile).createOffscreenAutoDrawable(null, capabilities, null, 320, 240);
    }
}
