package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.GL_VENDOR;
import static org.lwjgl.opengl.GL33C.GL_VERSION;
import static org.lwjgl.opengl.GL33C.glGetString;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.plan.Availability;
import java.util.List;
import java.util.regex.Pattern;
import org.freedesktop.gstreamer.Gst;

/**
 * Tells what the benchmarks draw with, for {@code scripts/gpu.sh}. Ends with status 1 when that is a software renderer,
 * whose figures are not a graphics card's, unless {@code --software} allows it.
 */
final class GraphicsCard {
    private static final Pattern SOFTWARE =
            Pattern.compile("llvmpipe|softpipe|swrast|software|swiftshader", Pattern.CASE_INSENSITIVE);

    private GraphicsCard() {}

    public static void main(String[] arguments) {
        Availability.require();
        try (OffscreenSurface surface = new OffscreenSurface(64, 64)) {
            describe(surface);
            if (SOFTWARE.matcher(surface.renderer()).find()
                    && !List.of(arguments).contains("--software")) {
                System.err.println("No graphics card: OpenGL draws with " + surface.renderer()
                        + ", in software. Install the card's EGL driver, or say --software to try this out.");
                System.exit(1);
            }
        }
    }

    private static void describe(OffscreenSurface surface) {
        System.out.println("Renderer: " + surface.renderer());
        System.out.println("Vendor: " + glGetString(GL_VENDOR));
        System.out.println("OpenGL and driver: " + glGetString(GL_VERSION));
        System.out.println("GStreamer: " + Gst.getVersionString());
        System.out.println("Java: " + Runtime.version());
    }
}
