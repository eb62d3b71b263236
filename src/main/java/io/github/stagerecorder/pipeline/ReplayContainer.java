package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.file.OutputTarget;
import java.nio.file.Path;
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
 * @param soundLead how many packets of sound from before the first frame a decoder needs
 */
record ReplayContainer(OutputTarget target, String muxer, String parser, int soundLead) {
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
        Path name = target.path().getFileName();
        if (name == null) {
            throw target.refuse("it names no file");
        }
        try {
            String muxer = Presets.forName(name.toString()).get(0).muxerFactory();
            ReplayContainer plain = new ReplayContainer(target, muxer, null, sound == null ? 0 : lead(muxer, sound));
            plain.require(sound == null || plain.takes(sound), sound);
            return video == null || plain.takes(video) ? plain : plain.parsing(video);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    FailureKind.OUTPUT, "cannot save a replay to " + target + ": " + e.getMessage());
        }
    }

    /**
     * From the first packet of Vorbis a decoder takes nothing, and from that of AAC nothing good. MP4 and MOV can say that
     * the sound begins behind it.
     */
    private static int lead(String muxer, Caps sound) {
        return switch (mediaType(sound)) {
            case "audio/x-vorbis" -> 1;
            case "audio/mpeg" -> PrimedSound.isKeptBy(muxer) ? 1 : 0;
            default -> 0;
        };
    }

    private ReplayContainer parsing(Caps video) {
        String found = PARSERS.get(mediaType(video));
        require(found != null && canParse(found, video), video);
        return new ReplayContainer(target, muxer, found, soundLead);
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

    /** As a pad does: VP9 of which the caps lack something that the muxer wants to know is refused. */
    private boolean takes(Caps caps) {
        return accepts(muxer, caps);
    }

    private boolean canParse(String factory, Caps caps) {
        return accepts(factory, caps)
                && templates(factory, PadDirection.SRC).anyMatch(parsed -> canBecome(parsed.getCaps()));
    }

    private boolean canBecome(Caps parsed) {
        return templates(muxer, PadDirection.SINK)
                .anyMatch(template -> !template.getCaps().intersect(parsed).isEmpty());
    }

    private static boolean accepts(String factory, Caps caps) {
        return templates(factory, PadDirection.SINK).anyMatch(template -> caps.isSubset(template.getCaps()));
    }

    private static Stream<StaticPadTemplate> templates(String factory, PadDirection direction) {
        return ElementFactory.find(factory).getStaticPadTemplates().stream()
                .filter(template -> template.getDirection() == direction);
    }

    /** Returns whether times begin with the first DTS, because the container tells how much earlier that is. */
    boolean beginsByDts() {
        return PrimedSound.isKeptBy(muxer);
    }
}
