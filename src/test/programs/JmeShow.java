import com.jme3.app.SimpleApplication;
import com.jme3.app.state.AppState;
import com.jme3.material.Material;
import com.jme3.math.ColorRGBA;
import com.jme3.scene.Geometry;
import com.jme3.scene.shape.Quad;
import com.jme3.system.AppSettings;
import java.util.Scanner;

/** jMonkeyEngine without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class JmeShow extends SimpleApplication {
    private int frame;

    private JmeShow() {
        super(new AppState[0]);
    }

    public static void main(String[] args) {
        AppSettings settings = new AppSettings(true);
        settings.setResolution(320, 240);
        settings.setAudioRenderer(null);
        settings.setCenterWindow(false);
        settings.setWindowXPosition(0);
        settings.setWindowYPosition(0);
        settings.setGammaCorrection(false);
        JmeShow show = new JmeShow();
        show.setSettings(settings);
        show.setShowSettings(false);
        show.setPauseOnLostFocus(false);
        Thread input = new Thread(show::stopAfterInput);
        input.setDaemon(true);
        input.start();
        show.start();
    }

    private void stopAfterInput() {
        new Scanner(System.in).nextLine();
        stop();
    }

    @Override
    public void simpleInitApp() {
        Material red = new Material(assetManager, "Common/MatDefs/Misc/Unshaded.j3md");
        red.setColor("Color", ColorRGBA.Red);
        Geometry quarter = new Geometry("quarter", new Quad(160, 120));
        quarter.setMaterial(red);
        quarter.setLocalTranslation(0, 120, 0);
        guiNode.attachChild(quarter);
    }

    @Override
    public void simpleUpdate(float tpf) {
        float grey = System.currentTimeMillis() / 20 % 251 / 255f;
        viewPort.setBackgroundColor(new ColorRGBA(grey, grey, grey, 1));
        if (++frame == 10) {
            System.out.println("shown");
        }
    }
}
