import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;

/** Records every frame while it is attached. */
public final class RecordingState extends BaseAppState {
    private final RecorderBuilder options;
    private StageRecorder recorder;

    public RecordingState(RecorderBuilder options) {
        this.options = options.framebuffer(BoundFramebuffer.WINDOW); // filters leave others bound
    }

    @Override
    protected void initialize(Application application) {
        recorder = options.start();
    }

    @Override
    public void postRender() {
        recorder.capture();
    }

    @Override
    protected void cleanup(Application application) {
        recorder.close(); // the file is complete here
    }

    @Override
    protected void onEnable() {
        // It records from the moment it is attached.
    }

    @Override
    protected void onDisable() {
        // It records until it is detached.
    }
}
