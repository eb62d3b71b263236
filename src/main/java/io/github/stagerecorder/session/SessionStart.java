package io.github.stagerecorder.session;

import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import io.github.stagerecorder.settings.RegionChoice;
import java.nio.file.Path;

/** Starts a session: settles what its first file needs, and opens it. A GL context must be current. */
public final class SessionStart {
    private SessionStart() {}

    /**
     * Opens the first file.
     *
     * @param output the file; null if the description ends in its own sink
     * @param choice the recorded part of the framebuffer
     * @param listener hears what happens; null if the user has none
     */
    public static Session start(Options options, Path output, RegionChoice choice, Hearer listener) {
        Rehearsal.makeAvailable();
        Region region = readable(options, choice);
        boolean oneFile = options.onResize() == ResizePolicy.SCALE;
        return HalfStart.beside(options, output, region).complete(oneFile, listener);
    }

    /** Refuses what cannot be read before anything is tried. */
    private static Region readable(Options options, RegionChoice choice) {
        try (GlContext gl = GlContext.current(options.read().framebuffer())) {
            Region region = gl.regionOf(choice);
            new StartSteps(options, null, region).requireReadable(gl);
            return region;
        }
    }
}
