import com.jme3.app.SimpleApplication;
import com.jme3.material.Material;
import com.jme3.math.ColorRGBA;
import com.jme3.scene.Geometry;
import com.jme3.scene.Mesh;
import com.jme3.scene.VertexBuffer.Type;
import com.jme3.system.AppSettings;
import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;

/** An application of jMonkeyEngine, recorded until its window is closed: {@code mvn -q compile exec:exec}. */
public final class JmonkeyengineExample extends SimpleApplication {
    private final Geometry triangle = new Geometry("triangle", new Mesh());

    public static void main(String[] args) {
        AppSettings settings = new AppSettings(true);
        settings.setTitle("StageRecorder and jMonkeyEngine");
        settings.setResolution(640, 360);
        JmonkeyengineExample application = new JmonkeyengineExample();
        application.setSettings(settings);
        application.setShowSettings(false);
        application.start();
    }

    @Override
    public void simpleInitApp() {
        stateManager.attach(new RecordingState(
                StageRecorder.builder(Path.of("jmonkeyengine.mp4")).overwrite(true)));
        setDisplayStatView(false);
        setDisplayFps(false);
        viewPort.setBackgroundColor(new ColorRGBA().setAsSrgb(0.1f, 0.1f, 0.2f, 1));
        triangle.getMesh().setBuffer(Type.Position, 3, new float[] {-128, -126, 0, 128, -126, 0, 0, 126, 0});
        triangle.getMesh().setBuffer(Type.Color, 4, new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1});
        triangle.getMesh().setBuffer(Type.Index, 3, new int[] {0, 1, 2});
        triangle.getMesh().updateBound();
        Material coloured = new Material(assetManager, "Common/MatDefs/Misc/Unshaded.j3md");
        coloured.setBoolean("VertexColor", true);
        triangle.setMaterial(coloured);
        guiNode.attachChild(triangle);
    }

    @Override
    public void simpleUpdate(float tpf) {
        triangle.setLocalTranslation(320 + 160 * (float) Math.sin(timer.getTimeInSeconds()), 180, 0);
    }
}
