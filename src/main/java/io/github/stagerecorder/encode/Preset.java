package io.github.stagerecorder.encode;

import io.github.stagerecorder.settings.SoundFormat;
import java.util.List;

/**
 * Describes how a file is made if the user gives no description.
 *
 * @param video the video encoder
 * @param sounds the sound encoders that the container takes, best first
 * @param muxer the muxer
 */
public record Preset(VideoEncoder video, List<SoundEncoder> sounds, Muxer muxer) {
    private static final String VIDEORATE = "videorate ! ";

    /** One track may be ahead of the other by this time, without holding up what feeds it. */
    public static final long QUEUE_NS = 5_000_000_000L;

    private static final String QUEUE = " ! queue max-size-time=" + QUEUE_NS + " max-size-bytes=0 max-size-buffers=0";

    /** Returns the descriptions to try in order: with sound, one for each sound encoder. */
    public List<String> describe(EncoderRequest request) {
        SoundFormat sound = request.options().sound();
        return sound == null
                ? List.of(describeVideo(request) + " ! " + muxer.describe())
                : sounds.stream()
                        .filter(encoder -> encoder.channels().contains(sound.channels()))
                        .map(encoder -> describeVideo(request) + QUEUE + " ! mux. " + encoder.describe(sound) + QUEUE
                                + " ! mux. " + muxer.describeJoining() + " name=mux")
                        .toList();
    }

    /** Returns how many channels of sound the best of these presets can have. */
    public static int mostChannels(List<Preset> presets) {
        return presets.stream()
                .flatMap(preset -> preset.sounds.stream())
                .mapToInt(SoundEncoder::mostChannels)
                .max()
                .orElse(0);
    }

    /** Returns the name of the muxer's GStreamer element. */
    public String muxerFactory() {
        return muxer.factory();
    }

    private String describeVideo(EncoderRequest request) {
        String encoder = video.describe(request);
        boolean lacksRate = request.options().constantRate() && !encoder.startsWith(VIDEORATE);
        return (lacksRate ? VIDEORATE : "") + encoder;
    }
}
