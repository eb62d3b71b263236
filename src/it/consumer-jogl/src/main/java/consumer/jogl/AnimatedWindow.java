package consumer.jogl;

import com.jogamp.newt.opengl.GLWindow;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLProfile;
import com.jogamp.opengl.util.Animator;
import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;

/**
 * A window and its animator, in JOGL's ordinary order: {@code AnimatedWindow FILE}. The window is painted for the first
 * time on the main thread, and then on the animator's, with one context.
 */
public final class AnimatedWindow {
    private AnimatedWindow() {}

    public static void main(String[] args) throws InterruptedException {
        RecordedPainter painter = new RecordedPainter(StageRecorder.builder(Path.of(args[0])));
        GLWindow window = GLWindow.create(new GLCapabilities(GLProfile.getDefault()));
        window.setSize(320, 240);
        window.addGLEventListener(painter);
        Animator animator = new Animator(window);
        window.setVisible(true);
        animator.start();
        painter.awaitLastFrame();
        animator.stop();
        window.destroy();
    }
}
