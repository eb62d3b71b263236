package io.github.stagerecorder.encode;

import io.github.stagerecorder.Quality;

/**
 * The video encoder of a preset, as a description with placeholders.
 *
 * @param factory the name of its GStreamer element
 * @param template the description with the placeholders {quantizer}, {keyframe} (frames between keyframes), {kbps},
 *     {threads} and {frameThreads} (all of which but one keep a frame)
 * @param quantizers the quantizer for each quality
 */
record VideoEncoder(String factory, String template, Quantizers quantizers) {
    /** The values for {quantizer}; each encoder has its own scale. */
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
                .replace("{keyframe}", Integer.toString(keyframe(request)))
                .replace("{threads}", Integer.toString(threads()))
                .replace("{frameThreads}", Integer.toString(frameThreads(request.mostRetained())))
                .replace("{kbps}", Long.toString(BitRate.kbps(request)));
    }

    /** A keyframe is large, and only a killed process has use for one each second. */
    private static int keyframe(EncoderRequest request) {
        boolean isStreamAlone = request.output() == null && request.options().stream() != null;
        return request.rate().framesPerSecond() * (isStreamAlone ? 2 : 1);
    }

    /**
     * Returns the number of threads that x264 chooses itself, unless they would keep more frames than the memory
     * allows.
     */
    private static int frameThreads(int mostRetained) {
        int own = Math.max(1, Runtime.getRuntime().availableProcessors() * 3 / 2);
        return Math.max(1, Math.min(own, mostRetained + 1));
    }

    /** The threads of libvpx wait by spinning: on two cores a second one makes 720p four times slower (measured). */
    private static int threads() {
        return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    }
}
