package io.github.stagerecorder.endtoend;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Clock;
import io.github.stagerecorder.StageRecorder;

/** This library, as an application uses it. */
final class Ours implements FrameSink {
    private final StageRecorder recorder;

    Ours(Shot shot) {
        recorder = StageRecorder.builder(shot.file())
                .overwrite(true)
                .size(shot.widthPx(), shot.heightPx())
                .frameRate(shot.fps())
                .clock(shot.paced() ? Clock.REAL_TIME : Clock.FRAME_BY_FRAME)
                .pipeline(X264.GSTREAMER)
                .start();
    }

    @Override
    public void frame(int frameNumber, long timeNs) {
        if (recorder.capture() == CaptureResult.FAILED) {
            recorder.close(); // tells why
        }
    }

    @Override
    public void finish() {
        recorder.close();
    }
}
