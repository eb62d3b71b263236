package io.github.stagerecorder.readback;

import static org.lwjgl.glfw.GLFW.glfwGetCurrentContext;
import static org.lwjgl.glfw.GLFW.glfwSetWindowSize;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.glClear;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.demo.WindowSurface;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;

/** Shrinks a window between two trial reads of each way, and prints whether the trial's result is known then. */
public final class ShrunkenWindow {
    private static final Region WHOLE = new Region(0, 0, 400, 300);

    private ShrunkenWindow() {}

    public static void main(String[] args) {
        try (WindowSurface window = new WindowSurface(WHOLE.widthPx(), WHOLE.heightPx(), "ShrunkenWindow")) {
            Availability.requireNativeModule();
            for (ReadStrategy strategy : new ReadStrategy[] {ReadStrategy.CLIENT, ReadStrategy.MAPPED}) {
                resize(window, WHOLE.widthPx(), WHOLE.heightPx());
                System.out.println(strategy + " " + isKnown(window, strategy));
            }
        }
    }

    private static boolean isKnown(WindowSurface window, ReadStrategy strategy) {
        try (GlContext gl = GlContext.current(FramebufferChoice.of(BoundFramebuffer.READ))) {
            Trials trials = new Trials(gl);
            Reading way = new Reading(strategy, Source.BOTTOM_UP, PixelFormat.BGRX);
            ReadTrial trial = trials.trial(way, WHOLE);
            trial.step(); // opens
            glClear(GL_COLOR_BUFFER_BIT);
            trial.step();
            resize(window, 200, 150); // Windows shows none that is narrower than 116 pixels
            boolean over = false;
            while (!over) {
                glClear(GL_COLOR_BUFFER_BIT);
                over = trial.step();
                window.present();
            }
            return trials.cost(way, WHOLE).isPresent();
        }
    }

    private static void resize(WindowSurface window, int widthPx, int heightPx) {
        glfwSetWindowSize(glfwGetCurrentContext(), widthPx, heightPx);
        do {
            glClear(GL_COLOR_BUFFER_BIT);
            window.present();
        } while (window.widthPx() != widthPx || window.heightPx() != heightPx);
        window.present();
    }
}
