package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.FrameRate;
import io.github.stagerecorder.frame.Picture;

/**
 * One way to make a file of some kind: a description with gaps.
 *
 * @param encoder the element that decides whether it works here
 * @param template with {quantizer}, {keyframe} (frames between keyframes), {kbps}, {threads} and {frameThreads} (each
 *     of which keeps a frame, but one) to be filled in
 * @param quantizers for the qualities from low to high
 */
record Preset(String encoder, String template, int[] quantizers) {
    /** 0.1 bits a pixel at medium quality holds 35 dB on drawn content with room to spare; measured by PresetQualityTest. */
    private static final double[] BITS_PER_PIXEL = {0.05, 0.1, 0.2};

    private static final int LEAST_KBPS = 256;

    String describe(Picture file, EncoderSettings settings) {
        return template.replace("{quantizer}", Integer.toString(quantizers[settings.quality()]))
                .replace("{keyframe}", Integer.toString(settings.rate().framesPerSecond()))
                .replace("{threads}", Integer.toString(threads()))
                .replace("{frameThreads}", Integer.toString(frameThreads(settings.mostRetained())))
                .replace("{kbps}", Long.toString(kbps(file, settings.rate(), settings.quality())));
    }

    /** x264's own choice, unless that keeps more frames than there is memory for. */
    private static int frameThreads(int mostRetained) {
        int own = Math.max(1, Runtime.getRuntime().availableProcessors() * 3 / 2);
        return Math.max(1, Math.min(own, mostRetained + 1));
    }

    /** libvpx's threads wait by spinning: on two cores a second one makes 720p four times slower (measured). */
    private static int threads() {
        return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    }

    /**
     * Of the file, roughly: what encoders with a rate aim at. Those with a quantizer follow the content, and take as much
     * where it moves as the demo's stage does.
     */
    static long expectedBytesPerSecond(Picture file, EncoderSettings settings) {
        return kbps(file, settings.rate(), settings.quality()) * 1000 / Byte.SIZE;
    }

    private static long kbps(Picture file, FrameRate rate, int quality) {
        double pixelsPerSecond = (double) file.widthPx() * file.heightPx() * rate.numerator() / rate.denominator();
        return Math.max(LEAST_KBPS, Math.round(pixelsPerSecond * BITS_PER_PIXEL[quality] / 1000));
    }
}
