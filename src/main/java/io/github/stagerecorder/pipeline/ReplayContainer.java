package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.file.OutputTarget;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.PadDirection;
import org.freedesktop.gstreamer.StaticPadTemplate;

/**
 * The container of a saved replay.
 *
 * @param target the file
 * @param muxer the factory of its muxer
 * @param parser the factory of what brings the picture into a form that the muxer takes; null if that is not needed
 */
record ReplayContainer(OutputTarget target, String muxer, String parser) {
    /** The muxers' templates for a picture and for sound; both are requested, not always there. */
    static final String VIDEO_PAD = "video_%u";

    static final String SOUND_PAD = "audio_%u";

    /** A byte-stream, as MPEG-TS has it, is no stream for MP4. */
    private static final Map<String, String> PARSERS = Map.of("video/x-h264", "h264parse", "video/x-h265", "h265parse");

    /**
     * @param video the caps of the encoded picture, null before any is there; and so those of the sound
     * @throws RecordingException if the file's extension is of no container that is known, or the container does not
     *     take both
     */
    static ReplayContainer of(OutputTarget target, Caps video, Caps sound) {
        String name = String.valueOf(target.path().getFileName());
        try {
            ReplayContainer plain =
                    new ReplayContainer(target, Presets.forName(name).get(0).muxerFactory(), null);
            plain.require(sound == null || plain.takes(sound), sound);
            return video == null || plain.takes(video) ? plain : plain.parsing(video);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    FailureKind.OUTPUT, "cannot save a replay to " + target + ": " + e.getMessage());
        }
    }

    private ReplayContainer parsing(Caps video) {
        String found = PARSERS.get(mediaType(video));
        require(found != null && canParse(found, video), video);
        return new ReplayContainer(target, muxer, found);
    }

    private void require(boolean taken, Caps caps) {
        if (!taken) {
            throw new RecordingException(
                    FailureKind.OUTPUT,
                    "cannot save a replay to " + target + ": its container does not take " + mediaType(caps));
        }
    }

    private static String mediaType(Caps caps) {
        return caps.getStructure(0).getName();
    }

    private boolean takes(Caps caps) {
        return accepts(muxer, PadDirection.SINK, caps);
    }

    private boolean canParse(String factory, Caps caps) {
        return accepts(factory, PadDirection.SINK, caps)
                && templates(factory, PadDirection.SRC).anyMatch(template -> takes(template.getCaps()));
    }

    private static boolean accepts(String factory, PadDirection direction, Caps caps) {
        return templates(factory, direction)
                .anyMatch(template -> !template.getCaps().intersect(caps).isEmpty());
    }

    private static Stream<StaticPadTemplate> templates(String factory, PadDirection direction) {
        return ElementFactory.find(factory).getStaticPadTemplates().stream()
                .filter(template -> template.getDirection() == direction);
    }

    /** Returns whether times begin with the first DTS, because the container tells how much earlier that is. */
    boolean beginsByDts() {
        return muxer.endsWith("mp4mux") || muxer.equals("qtmux");
    }

    /** Returns whether sound begins at 0, whatever its times are: oggmux numbers the samples of Vorbis. */
    boolean putsSoundAt0() {
        return muxer.equals("oggmux");
    }
}
