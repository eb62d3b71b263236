package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.jni.ReplayNative;
import java.util.List;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.glib.Natives;

/** The pads where the encoded picture and sound of a recording enter its muxer, or the queues in front of it. */
public record MuxerInputs(Pad video, Optional<Pad> sound) {
    /**
     * Finds them in the first muxer that takes a picture.
     *
     * @throws RecordingException if there is none
     */
    public static MuxerInputs of(EncoderBin bin) {
        return bin.muxers().stream()
                .map(MuxerInputs::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new RecordingException(
                        FailureKind.DESCRIPTION,
                        "\"" + bin.description()
                                + "\" has no muxer whose encoded picture a replay could keep, or a stream could send"));
    }

    private static Optional<MuxerInputs> of(Element muxer) {
        List<Pad> pads = muxer.getSinkPads();
        Optional<Pad> sound =
                pads.stream().filter(pad -> gets(pad, "audio/")).findFirst().map(pad -> early(muxer, pad));
        return pads.stream()
                .filter(pad -> gets(pad, "video/") || gets(pad, "image/"))
                .findFirst()
                .map(video -> new MuxerInputs(early(muxer, video), sound));
    }

    /** oggmux leaves one track behind the other by half a second, which then waits in its queue. */
    private static Pad early(Element muxer, Pad pad) {
        Element before = pad.getPeer().getParentElement();
        boolean waits = Elements.isOfFactory(muxer, "oggmux") && Elements.isOfFactory(before, "queue");
        return waits ? before.getStaticPad("sink") : pad;
    }

    private static boolean gets(Pad pad, String mediaType) {
        Pad from = pad.getPeer();
        return from != null && from.queryCaps(null).toString().startsWith(mediaType);
    }

    /**
     * Has a ring take what passes, which must not have begun. These inputs must be kept as long as the ring.
     *
     * @param ring a ring of {@link ReplayNative}
     */
    void fill(long ring) {
        fill(ring, video, ReplayNative.VIDEO);
        sound.ifPresent(pad -> fill(ring, pad, ReplayNative.SOUND));
    }

    private static void fill(long ring, Pad pad, int track) {
        long pointer = Pointer.nativeValue(Natives.getRawPointer(pad));
        if (!ReplayNative.watch(ReplayFile.functions(), ring, pointer, track)) {
            throw new OutOfMemoryError("no native memory to watch what is encoded");
        }
    }
}
