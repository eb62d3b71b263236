package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.nio.file.Path;

/** Starts a recording while the driver refuses to read, then another one, which it refuses for a while. */
final class RefusedRead {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;

    private RefusedRead() {}

    /** @param args the file, the strategy */
    public static void main(String[] args) {
        HeldDriver driver = new HeldDriver();
        RecorderBuilder options = StageRecorder.builder(Path.of(args[0]))
                .timing(Timing.FRAME_BY_FRAME)
                .tuning(t -> t.readStrategy(ReadStrategy.valueOf(args[1])));
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            driver.refuseReads(true);
            try {
                options.start().close();
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage());
            }
            driver.refuseReads(false);
            StageRecorder recorder = options.start();
            stage.draw(0, 0);
            System.out.println("first " + recorder.capture());
            attachAnotherFormat();
            driver.refuseReads(true);
            stage.draw(1, 0);
            recorder.capture();
            driver.refuseReads(false);
            stage.draw(2, 0);
            System.out.println("last " + recorder.capture());
            recorder.close();
            System.out.println("delivered " + recorder.stats().delivered());
        }
    }

    private static void attachAnotherFormat() {
        int renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGB10_A2, WIDTH_PX, HEIGHT_PX);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    }
}
