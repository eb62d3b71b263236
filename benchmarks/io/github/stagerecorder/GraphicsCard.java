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
 * Prints which OpenGL renderer the benchmarks use, for {@code scripts/gpu.sh}. Exits with status 1 if it is a software
 * renderer, whose results say nothing about a graphics card, unless {@code --software} allows it.
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
                        + ", in software. Install the card's EGL driver, or pass --software to try the scripts out.");
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
