package io.github.stagerecorder.session;

import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.encode.Encoders;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.settings.Options;
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
     */
    public static Session start(Options options, Path output, RegionChoice choice) {
        Availability.require();
        FilePlan plan = plan(options, output, choice);
        return begin(options, output, plan, Encoders.open(plan.input().encoder()));
    }

    private static FilePlan plan(Options options, Path output, RegionChoice choice) {
        try (GlContext gl = GlContext.current(options.read().framebuffer())) {
            return new StartSteps(options, output, gl.regionOf(choice)).settle(gl);
        }
    }

    /** @param encoder the plan's encoder, which is open; it is abandoned if the rest fails */
    static Session begin(Options options, Path output, FilePlan plan, OpenEncoder encoder) {
        SessionTime time = SessionTime.of(options);
        Troubles troubles = new Troubles();
        FileRecording first = FileStart.of(plan, encoder, time.timeline(), 0, troubles);
        NextFile next = options.onResize() == ResizePolicy.SCALE ? null : new NextFile(options);
        return new Session(options, output, time, plan.region(), first, next, troubles);
    }
}
