package io.github.stagerecorder.soak;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Records with an encoder that is slower than the stage. */
final class RecordedFrames implements FrameUse {
    static final String PIPELINE = "videorate ! theoraenc ! oggmux";

    private final Path file;
    private final StageRecorder recorder;
    private final long poolBytes;

    RecordedFrames(int widthPx, int heightPx, WhenBehind whenBehind, long replayBytes) {
        file = temporaryFile();
        RecorderBuilder builder = StageRecorder.builder(file)
                .overwrite(true)
                .size(widthPx, heightPx)
                .frameRate(SoakRun.FRAMES_PER_SECOND)
                .pipeline(PIPELINE)
                .timing(whenBehind == WhenBehind.DROP ? Timing.REAL_TIME : Timing.FRAME_BY_FRAME)
                .whenBehind(whenBehind);
        if (replayBytes > 0) {
            builder.replay(Duration.ofHours(1), replayBytes);
        }
        recorder = builder.start();
        poolBytes = recorder.stats().memory().poolBytes();
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("stagerecorder-soak-", ".ogg");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void use() {
        if (recorder.capture() == CaptureResult.FAILED) {
            recorder.close(); // throws the reason
        }
    }

    @Override
    public long poolBytes() {
        return poolBytes;
    }

    @Override
    public long taken() {
        return recorder.stats().taken();
    }

    @Override
    public void close() {
        recorder.close();
    }
}
