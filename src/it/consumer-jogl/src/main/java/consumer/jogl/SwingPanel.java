package consumer.jogl;

import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLProfile;
import com.jogamp.opengl.awt.GLJPanel;
import com.jogamp.opengl.util.FPSAnimator;
import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import java.awt.Dimension;
import java.nio.file.Path;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/**
 * A multisampled panel in a Swing window, which is resized twice: {@code SwingPanel FILE}. While it is painted, the
 * panel's picture of the frame before is bound for reading, and what is painted now is bound for drawing.
 */
public final class SwingPanel {
    private SwingPanel() {}

    public static void main(String[] args) throws Exception {
        RecordedPainter painter = new RecordedPainter(StageRecorder.builder(Path.of(args[0]))
                .framebuffer(BoundFramebuffer.DRAW)
                .onResize(ResizePolicy.NEW_FILE));
        GLCapabilities multisampled = new GLCapabilities(GLProfile.getDefault());
        multisampled.setSampleBuffers(true);
        multisampled.setNumSamples(4);
        GLJPanel panel = new GLJPanel(multisampled);
        panel.addGLEventListener(painter);
        JFrame frame = new JFrame("StageRecorder");
        frame.add(panel);
        SwingUtilities.invokeAndWait(() -> {
            resize(frame, panel, 320, 240);
            frame.setVisible(true);
        });
        painter.at(10, () -> resize(frame, panel, 480, 400));
        painter.at(20, () -> resize(frame, panel, 200, 160));
        FPSAnimator animator = new FPSAnimator(panel, 60);
        animator.start();
        painter.awaitLastFrame();
        animator.stop();
        SwingUtilities.invokeAndWait(frame::dispose);
    }

    private static void resize(JFrame frame, GLJPanel panel, int widthPx, int heightPx) {
        panel.setPreferredSize(new Dimension(widthPx, heightPx));
        frame.pack();
    }
}
