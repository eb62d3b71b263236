package io.github.stagerecorder.encode;

/**
 * How a file is made where the user gives no description.
 *
 * @param video the encoder of the picture
 * @param muxer the element that makes the file of what is encoded, with its properties
 */
record Preset(VideoEncoder video, String muxer) {
    String describe(EncoderRequest request) {
        return video.describe(request) + " ! " + muxer;
    }
}
