package io.github.stagerecorder.encode;

/**
 * Describes how a file is made if the user gives no description.
 *
 * @param video the video encoder
 * @param muxer the muxer with its properties
 */
record Preset(VideoEncoder video, String muxer) {
    private static final String VIDEORATE = "videorate ! ";

    String describe(EncoderRequest request) {
        String encoder = video.describe(request);
        boolean lacksRate = request.options().constantRate() && !encoder.startsWith(VIDEORATE);
        return (lacksRate ? VIDEORATE : "") + encoder + " ! " + muxer;
    }
}
