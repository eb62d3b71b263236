package consumer.jmonkeyengine;

import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/** Records every frame while it is attached. */
final class RecordingState extends BaseAppState {
    private final Path output;
    private StageRecorder recorder;

    RecordingState(Path output) {
        this.output = output;
    }

    @Override
    protected void initialize(Application application) {
        recorder = StageRecorder.builder(output)
                .framebuffer(BoundFramebuffer.WINDOW)
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .onResize(ResizePolicy.NEW_FILE)
                .start();
    }

    @Override
    public void postRender() {
        recorder.capture();
    }

    @Override
    protected void cleanup(Application application) {
        recorder.close();
        System.out.println(recorder.stats());
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
