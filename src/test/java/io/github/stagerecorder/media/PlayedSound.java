package io.github.stagerecorder.media;

import io.github.stagerecorder.choice.Encoders;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.Pipeline;

/** The sound of a file, which has one channel, as GStreamer plays it. */
public final class PlayedSound {
    private static final long TIMEOUT_S = 60;

    private PlayedSound() {}

    /** Plays the whole file as fast as possible. A file whose writer was killed may complain about its end. */
    public static DecodedSound of(Path file) throws InterruptedException {
        Encoders.requireGStreamer();
        Pipeline pipeline = (Pipeline) Gst.parseLaunch("filesrc name=file ! decodebin name=d d. ! audio/x-raw"
                + " ! audioconvert ! audio/x-raw,format=S16LE" // a change, in which a part of a block becomes one
                + " ! identity single-segment=true" // in the times of playing
                + " ! fakesink name=sound sync=false d. ! video/x-raw ! fakesink sync=false");
        pipeline.getElementByName("file").set("location", file.toString());
        Heard heard = new Heard(pipeline.getElementByName("sound"));
        CountDownLatch ended = new CountDownLatch(1);
        pipeline.getBus().connect((Bus.EOS) source -> ended.countDown());
        pipeline.getBus().connect((Bus.ERROR) (source, code, message) -> ended.countDown());
        pipeline.play();
        boolean inTime = ended.await(TIMEOUT_S, TimeUnit.SECONDS);
        pipeline.stop();
        if (!inTime || heard.bytes.size() == 0) {
            throw new IllegalStateException(file + " does not play to its end");
        }
        return heard.sound();
    }

    /** Keeps what reaches a sink. */
    private static final class Heard {
        private final Pad pad; // kept, because the binding may drop objects without a reference
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int rateHz;
        private long beginNs;

        Heard(Element sink) {
            pad = sink.getStaticPad("sink");
            pad.addProbe(PadProbeType.BUFFER, (probed, info) -> {
                hear(info.getBuffer());
                return PadProbeReturn.OK;
            });
        }

        private void hear(Buffer buffer) {
            if (bytes.size() == 0) {
                rateHz = pad.getCurrentCaps().getStructure(0).getInteger("rate");
                beginNs = buffer.getPresentationTimestamp();
            }
            ByteBuffer mapped = buffer.map(false);
            byte[] block = new byte[mapped.remaining()];
            mapped.get(block);
            buffer.unmap();
            bytes.writeBytes(block);
        }

        DecodedSound sound() {
            ShortBuffer samples = ByteBuffer.wrap(bytes.toByteArray())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            float[] result = new float[samples.remaining()];
            for (int i = 0; i < result.length; i++) {
                result[i] = samples.get(i) / 32768f;
            }
            return new DecodedSound(rateHz, beginNs / 1e9, result);
        }
    }
}
