package io.github.stagerecorder.endtoend;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;

/** Records with StageRecorder, as an application uses it. */
final class Ours implements FrameSink {
    private final StageRecorder recorder;

    Ours(Shot shot) {
        recorder = StageRecorder.builder(shot.file())
                .overwrite(true)
                .size(shot.widthPx(), shot.heightPx())
                .frameRate(shot.fps())
                .timing(shot.paced() ? Timing.REAL_TIME : Timing.FRAME_BY_FRAME)
                .pipeline(X264.GSTREAMER)
                .start();
    }

    @Override
    public void frame(int frameNumber, long timeNs) {
        if (recorder.capture() == CaptureResult.FAILED) {
            recorder.close(); // throws the reason
        }
    }

    @Override
    public void finish() {
        recorder.close();
    }
}
