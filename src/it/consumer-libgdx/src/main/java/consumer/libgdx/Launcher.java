package consumer.libgdx;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import java.nio.file.Path;

/** Starts the game: {@code Launcher FOLDER}. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setWindowedMode(320, 240);
        configuration.setForegroundFPS(30);
        configuration.disableAudio(true);
        new Lwjgl3Application(new Game(Path.of(args[0])), configuration);
    }
}
