import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.utils.ScreenUtils;

/** A game that knows nothing of the recorder. */
final class TriangleGame extends ApplicationAdapter {
    private ShapeRenderer shapes;

    @Override
    public void create() {
        shapes = new ShapeRenderer();
    }

    @Override
    public void render() {
        float x = 320 + 160 * (float) Math.sin(System.nanoTime() / 1e9);
        ScreenUtils.clear(0.1f, 0.1f, 0.2f, 1);
        shapes.begin(ShapeRenderer.ShapeType.Filled);
        shapes.triangle(x - 128, 54, x + 128, 54, x, 306, Color.RED, Color.GREEN, Color.BLUE);
        shapes.end();
    }

    @Override
    public void dispose() {
        shapes.dispose();
    }
}
