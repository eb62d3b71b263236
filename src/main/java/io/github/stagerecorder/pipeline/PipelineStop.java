package io.github.stagerecorder.pipeline;

import org.freedesktop.gstreamer.Pipeline;

/** Sets a pipeline to NULL, on a separate thread, because this hangs if a streaming thread is stuck. */
final class PipelineStop {
    private PipelineStop() {}

    /**
     * @param afterwards is run by that thread once the pipeline has stopped, however late
     * @return false if that has not happened within the time
     */
    static boolean within(long timeoutNs, Pipeline pipeline, Runnable afterwards) {
        Signal stopped = new Signal();
        Thread helper = new Thread(
                () -> {
                    pipeline.stop();
                    afterwards.run();
                    stopped.set();
                },
                "stagerecorder-stop");
        helper.setDaemon(true);
        helper.start();
        return stopped.await(timeoutNs);
    }
}
