package io.github.stagerecorder.encode;

import io.github.stagerecorder.Quality;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.settings.StreamOptions;

/**
 * Computes the bit rate of a preset's picture, where the user has not set that of a stream. Encoders with a target rate
 * aim at it. Encoders with a quantizer follow the content: of the demo's stage, x264 makes twice this rate at 320x240 and
 * 30 frames a second, and a quarter of it at 1080p and 60.
 */
final class BitRate {
    private static final int LEAST_KBPS = 256;

    private BitRate() {}

    static long kbps(EncoderRequest request) {
        StreamOptions stream = request.options().stream();
        if (stream != null && stream.bitRateBps() > 0) {
            return stream.bitRateBps() / 1000;
        }
        FrameRate rate = request.rate();
        double pixelsPerSecond =
                (double) request.widthPx() * request.heightPx() * rate.numerator() / rate.denominator();
        return Math.max(
                LEAST_KBPS,
                Math.round(pixelsPerSecond * bitsPerPixel(request.options().quality()) / 1000));
    }

    /** On drawn content, 0.1 bits a pixel give more than 35 dB, as PresetQualityTest measures. */
    private static double bitsPerPixel(Quality quality) {
        return switch (quality) {
            case LOW -> 0.05;
            case MEDIUM -> 0.1;
            case HIGH -> 0.2;
        };
    }

    /** Returns the size of the file, with its sound. */
    static long bytesPerSecond(EncoderRequest request) {
        SoundFormat sound = request.options().sound();
        long soundBps = sound == null ? 0 : SoundEncoder.bps(sound);
        return (kbps(request) * 1000 + soundBps) / Byte.SIZE;
    }
}
