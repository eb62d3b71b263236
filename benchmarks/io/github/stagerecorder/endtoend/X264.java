package io.github.stagerecorder.endtoend;

/** The same encoder settings in the words of each way: ultrafast, crf 23, as many threads, no lookahead. */
final class X264 {
    /** As x264 itself would choose: three on two cores. */
    static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors() * 3 / 2);

    /** Ultrafast looks ahead by nothing; without the VBV and with x264's own key frames, quantizer 23 is crf 23. */
    static final String GSTREAMER = "x264enc speed-preset=ultrafast pass=qual quantizer=23 vbv-buf-capacity=0"
            + " key-int-max=" + X264.KEY_FRAME_INTERVAL + " threads=" + X264.THREADS + " ! matroskamux";

    static final int KEY_FRAME_INTERVAL = 250;

    private X264() {}
}
