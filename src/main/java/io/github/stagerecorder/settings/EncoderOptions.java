package io.github.stagerecorder.settings;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;

/**
 * How the user wants frames to be encoded. Immutable.
 *
 * @param description a gst-launch fragment; null to use the preset of the file's extension
 * @param quality the picture quality of a preset
 * @param pixelFormat GStreamer's name of the format that the pipeline is given; null to ask the pipeline
 * @param convert what converts pixels to that format
 * @param constantRate whether every frame of the file is to last one interval
 * @param sound the format of the sound that is recorded too; null for a recording without sound
 * @param replay what is kept to be saved afterwards; null for nothing
 * @param stream where the recording is sent meanwhile; null for nowhere
 */
public record EncoderOptions(
        String description,
        Quality quality,
        String pixelFormat,
        Convert convert,
        boolean constantRate,
        SoundFormat sound,
        ReplayOptions replay,
        StreamOptions stream) {
    /** Returns the same options with another replay, which is all that is kept. */
    EncoderOptions keeping(ReplayOptions other) {
        return new EncoderOptions(description, quality, pixelFormat, convert, constantRate, sound, other, null);
    }

    /** Returns the same options with a stream of the same kind that goes nowhere. */
    public EncoderOptions withoutAddress() {
        StreamOptions kind = stream == null
                ? null
                : new StreamOptions(stream.address().withoutPlace(), stream.bitRateBps(), stream.longestWaitNs());
        return new EncoderOptions(description, quality, pixelFormat, convert, constantRate, sound, replay, kind);
    }
}
