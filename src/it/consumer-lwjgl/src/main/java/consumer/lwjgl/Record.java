package consumer.lwjgl;

import static org.lwjgl.opengl.GL30C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL30C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL30C.glClear;
import static org.lwjgl.opengl.GL30C.glClearColor;
import static org.lwjgl.opengl.GL30C.glDisable;
import static org.lwjgl.opengl.GL30C.glEnable;
import static org.lwjgl.opengl.GL30C.glScissor;

import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/** Draws 30 frames and records them: {@code Record FILE}. {@code CheckRecording} describes the pictures. */
public final class Record {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;
    static final int FRAMES = 30;

    private Record() {}

    public static void main(String[] args) {
        requireModules();
        try (OffscreenStage stage = new OffscreenStage(WIDTH_PX, HEIGHT_PX)) {
            Stats stats = record(Path.of(args[0]));
            System.out.println(stats);
            if (stats.delivered() != FRAMES) {
                throw new IllegalStateException("not all " + FRAMES + " frames were delivered: " + stats);
            }
        }
    }

    /** The drop-in jar must work as a module. On the class path this would not be tested. */
    private static void requireModules() {
        String module = StageRecorder.class.getModule().getName();
        if (!"io.github.stagerecorder".equals(module)) {
            throw new IllegalStateException("StageRecorder is in the module " + module);
        }
    }

    private static Stats record(Path output) {
        StageRecorder recorder = StageRecorder.builder(output)
                .size(WIDTH_PX, HEIGHT_PX)
                .frameRate(30)
                .timing(Timing.FRAME_BY_FRAME)
                .start();
        try (recorder) {
            for (int frame = 0; frame < FRAMES; frame++) {
                draw(frame);
                recorder.capture();
            }
        }
        return recorder.stats();
    }

    static void draw(int frame) {
        float grey = 8 * frame / 255f;
        glDisable(GL_SCISSOR_TEST);
        glClearColor(grey, grey, grey, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        glScissor(0, HEIGHT_PX / 2, WIDTH_PX / 2, HEIGHT_PX / 2);
        glClearColor(1, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
}
