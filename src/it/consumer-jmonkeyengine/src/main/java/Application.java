import com.jme3.app.SimpleApplication;
import com.jme3.material.Material;
import com.jme3.math.ColorRGBA;
import com.jme3.scene.Geometry;
import com.jme3.scene.shape.Quad;
import com.jme3.system.AppSettings;
import com.jme3.system.JmeContext;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/**
 * Draws 30 frames and records them: {@code Application FILE Display|OffscreenSurface}. After 10 frames it changes the
 * resolution, for which the engine makes another window and another context. {@code CheckRecording} describes the
 * pictures.
 */
public final class Application extends SimpleApplication {
    private final Geometry quarter = new Geometry("quarter", new Quad(1, 1));
    private int frame;

    private Application(Path output) {
        super(new RecordingState(StageRecorder.builder(output)
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .onResize(ResizePolicy.NEW_FILE)));
    }

    public static void main(String[] args) {
        AppSettings settings = new AppSettings(true);
        settings.setResolution(320, 240);
        settings.setAudioRenderer(null);
        Application application = new Application(Path.of(args[0]));
        application.setSettings(settings);
        application.setShowSettings(false);
        application.start(JmeContext.Type.valueOf(args[1]));
    }

    @Override
    public void simpleInitApp() {
        setDisplayStatView(false);
        setDisplayFps(false);
        Material red = new Material(assetManager, "Common/MatDefs/Misc/Unshaded.j3md");
        red.setColor("Color", ColorRGBA.Red);
        quarter.setMaterial(red);
        guiNode.attachChild(quarter);
    }

    @Override
    public void simpleUpdate(float tpf) {
        quarter.setLocalScale(cam.getWidth() / 2f, cam.getHeight() / 2f, 1);
        quarter.setLocalTranslation(0, cam.getHeight() / 2f, 0);
        float grey = linear(8 * frame / 255f);
        viewPort.setBackgroundColor(new ColorRGBA(grey, grey, grey, 1));
        frame++;
        if (frame == 10) {
            settings.setResolution(480, 400);
            restart();
        } else if (frame == 30) {
            stop();
        }
    }

    /** The engine takes linear colours and its window is sRGB. {@code ColorRGBA.setAsSrgb} is less exact. */
    private static float linear(float srgb) {
        return srgb <= 0.04045f ? srgb / 12.92f : (float) Math.pow((srgb + 0.055) / 1.055, 2.4);
    }
}
