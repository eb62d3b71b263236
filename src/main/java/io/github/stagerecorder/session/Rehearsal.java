package io.github.stagerecorder.session;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.file.FileClaim;
import io.github.stagerecorder.frame.Beside;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.readback.Trials;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records a frame of nothing into nothing. The virtual machine loads and links code when it is first used, and that
 * would take the first start several times as long as the next one.
 */
final class Rehearsal {
    private static final String ROOT = "io.github.stagerecorder.";

    /** What cannot be rehearsed without a context is at least loaded. */
    private static final List<String> NEEDS_GL = List.of(
            "DropCause",
            "Outcome",
            "Overloads",
            "StageRecorder",
            "file.ClaimKey",
            "file.DiskReserve",
            "file.Leftovers",
            "file.NewFile",
            "pipeline.OpeningPipeline",
            "pipeline.SinkLocation",
            "events.RecordingLog",
            "plan.ReadChoice",
            "plan.ReadSearch",
            "plan.WayCosts",
            "pipeline.EndReserve",
            "frame.UsersFuture",
            "frame.UsersFuture$OwnThread",
            "jni.MeterNative",
            "log.Log",
            "log.Log$Line",
            "log.Log$LogThread",
            "readback.GlContext",
            "readback.GlReadback",
            "readback.PendingReads",
            "readback.ReadCost",
            "readback.ReadSupport",
            "readback.ReadTrial",
            "readback.StageReader",
            "readback.StillFrame",
            "readback.StillMemory",
            "readback.Transfers",
            "readback.Transfers$Generation",
            "readback.UnreadableException",
            "readback.UnreadableException$Obstacle",
            "readback.WatchedFramebuffer",
            "session.FileStart",
            "session.HalfStart",
            "session.SessionEnd",
            "session.SessionGate",
            "session.SessionStart",
            "snapshot.Snapshots",
            "snapshot.Snapshots$Writing",
            "snapshot.SnapshotWriter",
            "snapshot.SnapshotWriter$Exit",
            "snapshot.SnapshotWriter$Task");

    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private static boolean over;

    private Rehearsal() {}

    /** Rehearses once in a process. GStreamer is initialised. */
    static synchronized void runOnce(Options options) {
        if (!over) {
            over = true;
            load();
            run(options);
            Log.line(Level.INFO, "ready to record with GStreamer " + Encoders.gstreamerVersion());
        }
    }

    /**
     * Makes recording available, as {@link Availability#require} does. Where nothing was rehearsed, this thread loads
     * code while another one initialises GStreamer.
     */
    static void makeAvailable() {
        if (LOADED.compareAndSet(false, true)) {
            Beside<Void> gstreamer = Beside.doing("stagerecorder-load", Availability::require);
            Availability.requireNativeModule();
            load();
            gstreamer.await();
        } else {
            Availability.require();
        }
    }

    private static void load() {
        LOADED.set(true);
        Trials.rehearse();
        linkEquality();
        for (String name : NEEDS_GL) {
            try {
                Class.forName(ROOT + name);
            } catch (ClassNotFoundException e) {
                throw new NoClassDefFoundError(name);
            }
        }
    }

    /** A record links how it compares itself at the first other one of its kind, which takes some 10 ms of a frame. */
    private static void linkEquality() {
        Region region = new Region(0, 0, 16, 16);
        boolean equal = Encoders.intoNothing().equals(Encoders.intoNothing()) && region.equals(region.withSize(16, 16));
        Log.line(Level.TRACE, equal ? "records are linked" : "records compare by identity");
    }

    private static void run(Options options) {
        InputPlan input = Encoders.intoNothing();
        Region region =
                new Region(0, 0, input.encoder().fileWidthPx(), input.encoder().fileHeightPx());
        Reading reading =
                new Reading(ReadStrategy.CLIENT, Source.BOTTOM_UP, input.file().format());
        Readback stage = new NoReadback();
        FreeSlots slots = new FreeSlots(options, input, stage, 0);
        Encoder encoder = Encoders.openingAgain(input.encoder()).feed(input, slots.pool(), true);
        SessionTime time = SessionTime.withoutSound(options);
        FilePlan plan = new FilePlan(options, region, input, reading);
        RecordingEvents events = RecordingEvents.unheard();
        FileClaim none = FileClaim.ofNothing();
        FileRecording recording = new FileRecording(plan, time, slots, stage, encoder, none, events);
        Session session = new Session(options, Path.of("rehearsal"), time, region, recording, null, events);
        session.capture(0);
        Log.line(Level.DEBUG, "rehearsed " + input.facts(session.counts().description()));
        SessionEnd end =
                new SessionEnd(session, new ReentrantLock(), options.limits().closeTimeoutNs());
        end.begin().join();
        end.release();
    }
}
