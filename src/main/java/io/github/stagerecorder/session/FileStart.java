package io.github.stagerecorder.session;

import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.file.FileClaim;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.GlReadback;
import io.github.stagerecorder.readback.Readback;

/**
 * Allocates what the recording of one file needs beside its encoder, as the plan says, and connects the encoder to it.
 * A start that fails leaves nothing behind. Requires a current GL context.
 */
final class FileStart {
    private final FilePlan plan;
    private final OpenEncoder encoder;
    private final Readback readback; // which closes the context
    private final FileClaim claim;
    private FreeSlots slots;

    private FileStart(FilePlan plan, OpenEncoder encoder, FileClaim claim) {
        this.plan = plan;
        this.encoder = encoder;
        this.claim = claim;
        readback = new GlReadback(
                GlContext.current(plan.options().read().framebuffer()),
                plan.reading(),
                plan.options().tiled(),
                plan.options().followsSize());
    }

    /** Opens the encoder of the plan and does the rest as {@link #of} does. */
    static FileRecording open(FilePlan plan, SessionTime time, long usedBytes, RecordingEvents events) {
        ChosenEncoder chosen = plan.input().encoder();
        OpenEncoder encoder = chosen.mayRunEarly() ? Encoders.opening(chosen) : Encoders.open(chosen);
        return of(plan, encoder, time, usedBytes, events);
    }

    /**
     * @param encoder the plan's encoder, which is already open; it is abandoned if the rest fails
     * @param usedBytes how much of the budget other files of the session still use
     */
    static FileRecording of(
            FilePlan plan, OpenEncoder encoder, SessionTime time, long usedBytes, RecordingEvents events) {
        FileClaim claim = null;
        FileStart start = null;
        try {
            claim = claim(plan, events);
            start = new FileStart(plan, encoder, claim);
            start.allocate(usedBytes);
        } catch (RuntimeException | Error e) {
            encoder.abandon();
            giveBack(claim, start);
            throw e;
        }
        return start.feed(time, events);
    }

    /** The events are the recording's own. */
    private static FileClaim claim(FilePlan plan, RecordingEvents events) {
        OutputTarget target = plan.input().encoder().request().target();
        return target == null ? FileClaim.ofNothing() : target.claim(events);
    }

    private static void giveBack(FileClaim claim, FileStart start) {
        if (start != null) {
            start.giveBack();
        } else if (claim != null) {
            claim.release();
        }
    }

    private void allocate(long usedBytes) {
        slots = new FreeSlots(plan.options(), plan.input(), readback, usedBytes);
        readback.target(plan.region(), plan.input().file());
    }

    private FileRecording feed(SessionTime time, RecordingEvents events) {
        try {
            Encoder fed =
                    encoder.feed(plan.input(), slots.pool(), plan.options().hasEncoderThread());
            FileRecording recording = new FileRecording(plan, time, slots, readback, fed, claim, events);
            recording.seekCheaperReading();
            return recording;
        } catch (RuntimeException | Error e) {
            giveBack();
            throw e;
        }
    }

    private void giveBack() {
        if (slots != null) {
            slots.pool().close();
        }
        readback.close();
        claim.release();
    }
}
