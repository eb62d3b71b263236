package io.github.stagerecorder.encode;

/**
 * How a file is made if the user gives no description.
 *
 * @param video the video encoder
 * @param muxer the muxer with its properties
 */
record Preset(VideoEncoder video, String muxer) {
    String describe(EncoderRequest request) {
        return video.describe(request) + " ! " + muxer;
    }
}
