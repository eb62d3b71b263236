package io.github.stagerecorder.encode;

import io.github.stagerecorder.settings.SoundFormat;
import java.util.Collections;
import java.util.Set;

/**
 * The sound encoder of a preset, as a description with the placeholder {bps} (bits a second).
 *
 * @param factory the name of its GStreamer element
 * @param template the description
 * @param channels the numbers of channels that it keeps in order
 * @param primingSamples how many samples the encoder puts in front of the sound, for a container that has no way to say
 *     so; 0 where the container says it
 * @param keptSamples how many samples the encoder keeps for itself at the end of the stream, at most
 */
public record SoundEncoder(
        String factory, String template, Set<Integer> channels, int primingSamples, int keptSamples) {
    private static final int BPS_PER_CHANNEL = 80_000;

    String describe(SoundFormat format) {
        return template.replace("{bps}", Integer.toString(bps(format)));
    }

    int mostChannels() {
        return Collections.max(channels);
    }

    /** Returns the bit rate of sound. */
    static int bps(SoundFormat format) {
        return BPS_PER_CHANNEL * format.channels();
    }
}
