import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;

/** A game of libGDX, recorded until its window is closed: {@code mvn -q compile exec:exec}. */
public final class LibgdxExample {
    public static void main(String[] args) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setTitle("StageRecorder and libGDX");
        configuration.setWindowedMode(640, 360);
        RecordedListener recorded = new RecordedListener(
                new TriangleGame(), StageRecorder.builder(Path.of("libgdx.mp4")).overwrite(true));
        new Lwjgl3Application(recorded, configuration);
    }
}
