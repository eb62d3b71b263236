package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.encode.EncoderRequest;

/** How far the stream has come on its way into the file. Any thread may ask. */
final class StreamReach {
    /** The longest unit that the presets' muxers write at once: a page of Ogg, a fragment of MP4. */
    private static final long LONGEST_WRITE_NS = 500_000_000L;

    /** As many as five seconds, which the queues in front of a muxer hold, where no sink tells its position. */
    private static final long MOST_UNDER_WAY = 300;

    private final EncoderRequest request;
    private final EncodePipeline pipeline;
    private final GaplessStream stream;

    StreamReach(EncoderRequest request, EncodePipeline pipeline, GaplessStream stream) {
        this.request = request;
        this.pipeline = pipeline;
        this.stream = stream;
    }

    /** Returns the position of the sink, including what it may not have written completely. */
    long positionNs() {
        return Math.min(Math.max(0, pipeline.positionNs()), stream.endNs());
    }

    /**
     * Returns the time until which the file plays for certain, while the muxer may hold what the sink's position
     * includes.
     */
    long certainNs(long positionNs) {
        return Math.max(0, positionNs - LONGEST_WRITE_NS - request.rate().intervalNs());
    }

    /**
     * Returns how many frames are at most between the pipeline's input and the file. The position may be that of the
     * sound, which the muxer has written while it holds a unit of the video.
     */
    long framesUnderWay() {
        long heldNs = request.options().sound() == null ? 0 : LONGEST_WRITE_NS;
        long underWayNs = stream.endNs() - positionNs() + heldNs;
        return Math.min(MOST_UNDER_WAY, underWayNs / request.rate().intervalNs() + 2);
    }
}
