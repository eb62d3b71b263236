package io.github.stagerecorder.endtoend;

/** The same encoder settings in the syntax of each way: ultrafast, crf 23, the same number of threads, no lookahead. */
final class X264 {
    /** The number that x264 itself would choose, for example three on two cores. */
    static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors() * 3 / 2);

    /** Ultrafast uses no lookahead. Without the VBV and with x264's own key frames, quantizer 23 equals crf 23. */
    static final String GSTREAMER = "x264enc speed-preset=ultrafast pass=qual quantizer=23 vbv-buf-capacity=0"
            + " key-int-max=" + X264.KEY_FRAME_INTERVAL + " threads=" + X264.THREADS + " ! matroskamux";

    static final int KEY_FRAME_INTERVAL = 250;

    private X264() {}
}
