package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.file.OutputTarget;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.PadDirection;

/**
 * The container of a saved replay.
 *
 * @param target the file
 * @param muxer the factory of its muxer
 */
record ReplayContainer(OutputTarget target, String muxer) {
    /** The muxers' templates for a picture and for sound; both are requested, not always there. */
    static final String VIDEO_PAD = "video_%u";

    static final String SOUND_PAD = "audio_%u";

    /** @throws RecordingException if the file's extension is of no container that is known */
    static ReplayContainer of(OutputTarget target) {
        String name = String.valueOf(target.path().getFileName());
        try {
            return new ReplayContainer(target, Presets.forName(name).get(0).muxerFactory());
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    FailureKind.OUTPUT, "cannot save a replay to " + target + ": " + e.getMessage());
        }
    }

    /** @throws RecordingException if the container does not take an encoded stream of such caps */
    void requireTaken(Caps caps) {
        boolean taken = ElementFactory.find(muxer).getStaticPadTemplates().stream()
                .filter(template -> template.getDirection() == PadDirection.SINK)
                .anyMatch(template -> !template.getCaps().intersect(caps).isEmpty());
        if (!taken) {
            throw new RecordingException(
                    FailureKind.OUTPUT,
                    "cannot save a replay to " + target + ": its container does not take "
                            + caps.getStructure(0).getName());
        }
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
