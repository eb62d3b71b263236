package io.github.stagerecorder.report;

/**
 * What became of a stream so far. Immutable.
 *
 * @param connected whether what is sent arrives now
 * @param bytesSent the encoded bytes that the network has taken
 * @param framesSent the frames that the network has taken
 * @param framesLost the frames that were encoded and not sent
 * @param reconnections how often the stream went on after it had been interrupted
 */
public record StreamCounts(boolean connected, long bytesSent, long framesSent, long framesLost, long reconnections) {
    /** There is no stream. */
    public static final StreamCounts NONE = new StreamCounts(false, 0, 0, 0, 0);
}
