package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.frame.FrameQueue;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.gstreamer.Elements;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.elements.AppSrc;

/** A pipeline that runs and does not have its head yet. */
public final class OpenPipeline implements OpenEncoder {
    private final ChosenEncoder encoder;
    private final Destination destination;
    private final EncoderBin bin;
    private final EncodePipeline pipeline;
    private final SoundSource sound; // null without sound
    private PacketReaders readers; // null before it plays

    private OpenPipeline(ChosenEncoder encoder) {
        this.encoder = encoder;
        OutputTarget target = encoder.request().target();
        bin = new EncoderBin(encoder.description(), encoder.hasSound());
        destination =
                target != null ? new FileFromFirstFrame(target) : bin.bringsSink() ? new OwnSink() : new Nowhere();
        Optional<Element> sink = Elements.buildingOn(bin.bin(), () -> destination.sink(bin));
        pipeline = new EncodePipeline(encoder, bin, sink);
        sound = encoder.hasSound() ? soundSource() : null;
    }

    private SoundSource soundSource() {
        EncoderRequest request = encoder.request();
        return new SoundSource(request.options().sound(), KeptSound.of(bin, request));
    }

    private void play() {
        if (sound != null) {
            pipeline.feedSound(sound.element(), encoder.request().options().sound());
        }
        readers = PacketReaders.begin(bin, encoder);
        pipeline.play();
    }

    public static OpenPipeline start(ChosenEncoder encoder) {
        OpenPipeline open = new OpenPipeline(encoder);
        try {
            open.play();
        } catch (RuntimeException | Error e) {
            open.abandon();
            throw e;
        }
        return open;
    }

    @Override
    public Encoder feed(InputPlan plan, SlotPool pool, boolean ownThread) {
        try {
            return PipelineEncoder.start(plan, pool, pipeline, destination, linked(plan), sound, readers, ownThread);
        } catch (RuntimeException | Error e) {
            abandon();
            throw e;
        }
    }

    /** Connects the input as {@link #feed(InputPlan, SlotPool, boolean)} does, for a thread that takes from the queue. */
    PipelineEncoder feed(InputPlan plan, SlotPool pool, FrameQueue queue) {
        try {
            return new PipelineEncoder(plan, pool, pipeline, destination, linked(plan), sound, readers, queue);
        } catch (RuntimeException | Error e) {
            abandon();
            throw e;
        }
    }

    private FrameSource linked(InputPlan plan) {
        AppSrc appSrc = FrameSource.unbounded();
        pipeline.feed(appSrc, plan.conversion().way());
        return new FrameSource(appSrc, encoder.request().rate());
    }

    @Override
    public void abandon() {
        if (sound != null) {
            sound.end();
        }
        pipeline.stop(encoder.request().closeTimeoutNs());
        destination.end(0, 0);
        if (readers != null) {
            readers.close(0);
        }
    }
}
