package io.github.stagerecorder.session;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.Encoders;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.frame.FixedTimeline;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;

/**
 * Records a frame of nothing into nothing. The virtual machine loads and links code when it is first used, and that
 * would take the first start several times as long as the next one.
 */
final class Rehearsal {
    /** The first line that a process logs takes tens of milliseconds. */
    private static final System.Logger LOG = System.getLogger("io.github.stagerecorder");

    private static boolean over;

    private Rehearsal() {}

    /** Rehearses once in a process. GStreamer is initialised. */
    static synchronized void runOnce(Options options) {
        if (!over) {
            over = true;
            run(options);
            LOG.log(System.Logger.Level.INFO, "ready to record with GStreamer " + Encoders.gstreamerVersion());
        }
    }

    private static void run(Options options) {
        InputPlan input = Encoders.intoNothing();
        Region region =
                new Region(0, 0, input.encoder().fileWidthPx(), input.encoder().fileHeightPx());
        Reading reading =
                new Reading(ReadStrategy.CLIENT, Source.BOTTOM_UP, input.file().format());
        Readback stage = new NoReadback();
        FreeSlots slots = new FreeSlots(options, input, stage, 0);
        Encoder encoder = Encoders.open(input.encoder()).feed(input, slots.pool(), true);
        FileRecording recording = new FileRecording(
                new FilePlan(options, region, input, reading),
                new FixedTimeline(options.rate()),
                slots,
                stage,
                encoder,
                new RecordingEvents(null));
        recording.capture(0);
        recording.finish(true).join();
        recording.release();
    }
}
