package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.ByteOrder;
import java.util.List;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;

/**
 * What stands between the recorded sound and a bin's input for it. Samples and the rate are converted where the bin
 * does not take them. The number of channels is kept: nobody wants a mix that was not asked for.
 */
public final class SoundHead {
    /** GStreamer's order of channels, as WAVE files have it: front, center, low frequencies, rear, side. */
    private static final int[] CHANNEL_MASKS = {0, 0, 0x3, 0x7, 0x33, 0x37, 0x3f, 0x13f, 0xc3f};

    private SoundHead() {}

    /** Returns the elements in order, unlinked. */
    static List<Element> behind(Element source, SoundFormat format) {
        return List.of(
                source,
                Elements.make("audioconvert"),
                Elements.make("audioresample"),
                Elements.caps("audio/x-raw" + channels(format)));
    }

    /** @throws RecordingException if the bin does not take that many channels */
    public static void requireTaken(EncoderBin bin, SoundFormat format) {
        Caps accepted = bin.soundInput().queryCaps(null);
        if (accepted.intersect(Caps.fromString("audio/x-raw" + channels(format)))
                .isEmpty()) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" takes no sound of " + format.channels() + " channels, but "
                            + accepted);
        }
    }

    private static String channels(SoundFormat format) {
        int count = format.channels();
        String mask = count > 2 ? ",channel-mask=(bitmask)0x" + Integer.toHexString(CHANNEL_MASKS[count]) : "";
        return ",channels=" + count + mask;
    }

    /** Returns the caps of what the application gives. */
    public static String caps(SoundFormat format) {
        String sample = format.sampleFormat() == SampleFormat.S16 ? "S16" : "F32";
        String order = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "LE" : "BE";
        return "audio/x-raw,format=" + sample + order + ",layout=interleaved,rate=" + format.rateHz()
                + channels(format);
    }
}
