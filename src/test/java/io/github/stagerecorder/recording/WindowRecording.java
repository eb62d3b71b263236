package io.github.stagerecorder.recording;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.demo.WindowSurface;
import java.nio.file.Path;
import org.lwjgl.opengl.GL33C;

/** Records the first frames of a window. It is a separate program, because GLFW finds its screen by the environment. */
final class WindowRecording {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;
    static final int FRAMES = 20;

    private WindowRecording() {}

    /**
     * @param args the file and the {@link BoundFramebuffer}; for WINDOW an empty framebuffer object is bound for
     *     reading
     */
    public static void main(String[] args) {
        try (WindowSurface window = new WindowSurface(WIDTH_PX, HEIGHT_PX, "WindowTest");
                Stage stage = new Stage(WIDTH_PX, HEIGHT_PX);
                StageRecorder recorder = RecordedStage.everyFrame(Path.of(args[0]))
                        .framebuffer(BoundFramebuffer.valueOf(args[1]))
                        .start()) {
            if (args[1].equals("WINDOW")) {
                GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, GL33C.glGenFramebuffers());
            }
            for (int frame = 0; frame < FRAMES; frame++) {
                stage.draw(frame, frame / RecordedStage.FRAMES_PER_SECOND);
                recorder.capture();
                window.present();
            }
        }
    }
}
