package io.github.stagerecorder.session;

import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.encode.Encoders;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.plan.PoolSize;
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
     * @param listener hears what happens; null if the user has none
     */
    public static Session start(Options options, Path output, RegionChoice choice, Hearer listener) {
        Availability.require();
        FilePlan plan = plan(options, output, choice);
        boolean oneFile = options.onResize() == ResizePolicy.SCALE;
        return begin(options, output, plan, Encoders.open(plan.input().encoder()), oneFile, listener);
    }

    private static FilePlan plan(Options options, Path output, RegionChoice choice) {
        try (GlContext gl = GlContext.current(options.read().framebuffer())) {
            return new StartSteps(options, output, gl.regionOf(choice)).settle(gl);
        }
    }

    /**
     * @param encoder the plan's encoder, which is open; it is abandoned if the rest fails
     * @param oneFile whether the session never begins another file
     */
    static Session begin(
            Options options, Path output, FilePlan plan, OpenEncoder encoder, boolean oneFile, Hearer listener) {
        RecordingEvents events = new RecordingEvents(listener);
        PoolSize pool = plan.poolSize();
        SessionTime time =
                SessionTime.of(options, pool.readSlots() + pool.planesSlots(), new Troubles(events)::tellSound);
        FileRecording first = FileStart.of(plan, encoder, time, 0, events);
        NextFile next = oneFile ? null : new NextFile(options, new Troubles(events));
        return new Session(options, output, time, plan.region(), first, next, events);
    }
}
