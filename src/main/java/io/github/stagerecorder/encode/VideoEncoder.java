package io.github.stagerecorder.encode;

import io.github.stagerecorder.Quality;

/**
 * An encoder of a preset, as a description with gaps.
 *
 * @param factory the element that decides whether it works here
 * @param template with {quantizer}, {keyframe} (frames between keyframes), {kbps}, {threads} and {frameThreads} (each
 *     of which keeps a frame, but one) to be filled in
 * @param quantizers the quantizer for each quality
 */
record VideoEncoder(String factory, String template, Quantizers quantizers) {
    /** What fills the gap {quantizer}; its scale is the encoder's own. */
    record Quantizers(int low, int medium, int high) {
        int of(Quality quality) {
            return switch (quality) {
                case LOW -> low;
                case MEDIUM -> medium;
                case HIGH -> high;
            };
        }
    }

    String describe(EncoderRequest request) {
        int quantizer = quantizers.of(request.options().quality());
        return template.replace("{quantizer}", Integer.toString(quantizer))
                .replace("{keyframe}", Integer.toString(request.rate().framesPerSecond()))
                .replace("{threads}", Integer.toString(threads()))
                .replace("{frameThreads}", Integer.toString(frameThreads(request.mostRetained())))
                .replace("{kbps}", Long.toString(BitRate.kbps(request)));
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
}
