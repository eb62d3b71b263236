import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/** Starts the game: {@code Launcher FOLDER}. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setWindowedMode(320, 240);
        configuration.setForegroundFPS(30);
        configuration.disableAudio(true);
        Path folder = Path.of(args[0]);
        RecordedListener recorded = new RecordedListener(
                new Game(folder),
                StageRecorder.builder(folder.resolve("window.webm"))
                        .frameRate(30)
                        .timing(Timing.FRAME_BY_FRAME)
                        .onResize(ResizePolicy.NEW_FILE));
        new Lwjgl3Application(recorded, configuration);
    }
}
