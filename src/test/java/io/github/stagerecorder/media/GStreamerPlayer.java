package io.github.stagerecorder.media;

import io.github.stagerecorder.choice.Encoders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.Pipeline;

/**
 * What GStreamer plays of a file with a picture and a sound.
 *
 * @param frames the number of pictures
 * @param pictureEndNs when the last picture begins
 * @param soundEndNs when the last block of sound begins
 */
public record GStreamerPlayer(long frames, long pictureEndNs, long soundEndNs) {
    private static final long TIMEOUT_S = 60;

    /** Plays the whole file as fast as possible. A file whose writer was killed may complain about its end. */
    public static GStreamerPlayer of(Path file, boolean cutOff) throws InterruptedException {
        Encoders.requireGStreamer();
        Pipeline pipeline = (Pipeline) Gst.parseLaunch("filesrc name=file ! decodebin name=d"
                + " d. ! video/x-raw ! queue ! fakesink name=pictures d. ! audio/x-raw ! queue ! fakesink name=sound");
        pipeline.getElementByName("file").set("location", file.toString());
        CountDownLatch ended = new CountDownLatch(1);
        List<String> errors = new ArrayList<>();
        pipeline.getBus().connect((Bus.EOS) source -> ended.countDown());
        pipeline.getBus().connect((Bus.ERROR) (source, code, message) -> {
            errors.add(message);
            ended.countDown();
        });
        Track pictures = new Track(pipeline.getElementByName("pictures"));
        Track sound = new Track(pipeline.getElementByName("sound"));
        pipeline.play();
        boolean inTime = ended.await(TIMEOUT_S, TimeUnit.SECONDS);
        pipeline.stop();
        if (!inTime || !cutOff && !errors.isEmpty()) {
            throw new IllegalStateException(file + " does not play to its end: " + errors);
        }
        return new GStreamerPlayer(pictures.buffers.get(), pictures.lastNs.get(), sound.lastNs.get());
    }

    /** Counts what reaches a sink. */
    private static final class Track {
        private final Pad pad; // kept, because the binding may drop objects without a reference
        private final AtomicLong buffers = new AtomicLong();
        private final AtomicLong lastNs = new AtomicLong();

        Track(Element sink) {
            sink.set("sync", false);
            sink.set("async", false);
            pad = sink.getStaticPad("sink");
            pad.addProbe(PadProbeType.BUFFER, (probed, info) -> {
                buffers.incrementAndGet();
                lastNs.set(info.getBuffer().getPresentationTimestamp());
                return PadProbeReturn.OK;
            });
        }
    }
}
