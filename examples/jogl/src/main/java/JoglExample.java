import com.jogamp.newt.event.WindowAdapter;
import com.jogamp.newt.event.WindowEvent;
import com.jogamp.newt.opengl.GLWindow;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLProfile;
import com.jogamp.opengl.util.FPSAnimator;
import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;

/** A window of JOGL, recorded until it is closed: {@code mvn -q compile exec:exec}. */
public final class JoglExample {
    public static void main(String[] args) {
        GLWindow window = GLWindow.create(new GLCapabilities(GLProfile.get(GLProfile.GL2)));
        window.setTitle("StageRecorder and JOGL");
        window.setSize(640, 360);
        window.addGLEventListener(new TrianglePainter());
        window.addGLEventListener(
                new RecordingListener(StageRecorder.builder(Path.of("jogl.mp4")).overwrite(true)));
        FPSAnimator animator = new FPSAnimator(window, 60);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowDestroyed(WindowEvent event) {
                animator.stop();
            }
        });
        window.setVisible(true);
        animator.start();
    }
}
