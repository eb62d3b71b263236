import com.badlogic.gdx.ApplicationListener;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;

/** Records the listener that it wraps, whatever that is, from its first frame to its last. */
public final class RecordedListener implements ApplicationListener {
    private final ApplicationListener game;
    private final RecorderBuilder options;
    private StageRecorder recorder;

    public RecordedListener(ApplicationListener game, RecorderBuilder options) {
        this.game = game;
        this.options = options;
    }

    @Override
    public void create() {
        game.create();
        recorder = options.start();
    }

    @Override
    public void render() {
        game.render();
        recorder.capture(); // after painting; libGDX swaps when this method has returned
    }

    @Override
    public void dispose() {
        recorder.close(); // the file is complete here
        game.dispose();
    }

    @Override
    public void resize(int width, int height) {
        game.resize(width, height); // the recorder notices by itself
    }

    @Override
    public void pause() {
        game.pause();
    }

    @Override
    public void resume() {
        game.resume();
    }
}
