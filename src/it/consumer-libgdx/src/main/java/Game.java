import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.glutils.FrameBuffer;
import com.badlogic.gdx.utils.ScreenUtils;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/**
 * Draws 30 frames into a framebuffer of its own, which it records, and that onto the window, which is resized twice.
 * {@code CheckRecording} describes the pictures.
 */
final class Game extends ApplicationAdapter {
    private static final int FRAMES = 30;

    private final Path folder;
    private SpriteBatch batch;
    private FrameBuffer scene;
    private StageRecorder framebuffer;
    private int frame;

    Game(Path folder) {
        this.folder = folder;
    }

    @Override
    public void create() {
        batch = new SpriteBatch();
        resize(Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        scene.begin();
        framebuffer = StageRecorder.builder(folder.resolve("framebuffer.webm"))
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .start();
        scene.end();
    }

    @Override
    public void resize(int width, int height) {
        if (scene != null) {
            scene.dispose();
        }
        scene = new FrameBuffer(Pixmap.Format.RGBA8888, width, height, false);
        batch.getProjectionMatrix().setToOrtho2D(0, 0, width, height);
    }

    @Override
    public void render() {
        scene.begin();
        draw(scene.getWidth(), scene.getHeight());
        framebuffer.capture();
        scene.end();
        batch.begin();
        batch.draw(scene.getColorBufferTexture(), 0, 0, scene.getWidth(), scene.getHeight(), 0, 0, 1, 1);
        batch.end();
        next();
    }

    private void draw(int width, int height) {
        float grey = 8 * frame / 255f;
        ScreenUtils.clear(grey, grey, grey, 1);
        Gdx.gl.glEnable(GL20.GL_SCISSOR_TEST);
        Gdx.gl.glScissor(0, height / 2, width / 2, height / 2);
        ScreenUtils.clear(1, 0, 0, 1);
        Gdx.gl.glDisable(GL20.GL_SCISSOR_TEST);
    }

    private void next() {
        frame++;
        if (frame == 10) {
            Gdx.app.postRunnable(() -> Gdx.graphics.setWindowedMode(480, 400));
        } else if (frame == 20) {
            Gdx.app.postRunnable(() -> Gdx.graphics.setWindowedMode(200, 160));
        } else if (frame == FRAMES) {
            Gdx.app.exit();
        }
    }

    @Override
    public void dispose() {
        framebuffer.close();
        System.out.println(framebuffer.stats());
        scene.dispose();
        batch.dispose();
    }
}
