package io.github.stagerecorder.session;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.file.FileClaim;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;

/**
 * A session assembled as {@link FileStart} does it: frame by frame, on the encoder thread. The readback is the
 * benchmark's own, and the slots are accessible. The session drops frames, because a benchmark waits for free slots
 * outside the part that it measures.
 */
public final class OpenedSession {
    private static final long NAP_NS = 1_000_000L;

    private final FreeSlots slots;
    private final Encoder encoder;
    private final FrameReader reader;
    private final FileRecording recording;
    private final Session session;
    private final int retained;

    public OpenedSession(Options options, InputPlan input, Readback readback) {
        EncoderRequest request = input.encoder().request();
        Region region = new Region(0, 0, request.widthPx(), request.heightPx());
        retained = input.encoder().retained();
        slots = new FreeSlots(options, input, readback, 0);
        readback.target(region, input.file());
        encoder = Encoders.open(input.encoder()).feed(input, slots.pool(), true);
        RecordingEvents events = new RecordingEvents(null);
        reader = new FrameReader(options, slots, readback, encoder, new CaptureCounters(), events.flight());
        Reading reading =
                new Reading(ReadStrategy.CLIENT, Source.BOTTOM_UP, input.file().format());
        SessionTime time = SessionTime.withoutSound(options);
        FileClaim none = FileClaim.ofNothing();
        recording = new FileRecording(
                new FilePlan(options, region, input, reading), time, slots, readback, encoder, none, events);
        session = new Session(options, request.output(), time, region, recording, null, events);
    }

    public Session session() {
        return session;
    }

    /** Waits until a slot is free and returns the one that the next capture will take. */
    public Slot claim() {
        int seen = slots.pool().releasedCount();
        Slot slot = slots.claim();
        while (slot == null) {
            reader.handOver();
            slots.pool().awaitReleased(seen, NAP_NS);
            seen = slots.pool().releasedCount();
            slot = slots.claim();
        }
        return slot;
    }

    /**
     * Waits until the pipeline has finished with every frame except those that its encoder keeps. Allocates nothing.
     */
    public void awaitAllDelivered(long taken) {
        int seen = slots.pool().releasedCount();
        while (taken - slots.pool().delivered() > retained) {
            reader.handOver();
            slots.pool().awaitReleased(seen, NAP_NS);
            seen = slots.pool().releasedCount();
        }
    }

    /** @throws IllegalStateException if a capture found no slot or found a failed recording */
    public void requireAllTaken() {
        Counts.Captures captures = recording.counts().captures();
        long dropped = captures.drops().poolFull()
                + captures.drops().encoderSlow()
                + captures.drops().gpuLate();
        if (captures.taken() == 0 || dropped + captures.failures().recording() > 0) {
            throw new IllegalStateException("not every frame was taken: " + captures, encoder.failure());
        }
    }
}
