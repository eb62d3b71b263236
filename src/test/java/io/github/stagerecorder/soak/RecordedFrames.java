package io.github.stagerecorder.soak;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Clock;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.WhenFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records with an encoder that is slower than the stage. */
final class RecordedFrames implements FrameUse {
    static final String PIPELINE = "videorate ! theoraenc ! oggmux";

    private final Path file;
    private final StageRecorder recorder;
    private final long poolBytes;

    RecordedFrames(int widthPx, int heightPx, WhenFull whenFull) {
        file = temporaryFile();
        recorder = StageRecorder.builder(file)
                .overwrite(true)
                .size(widthPx, heightPx)
                .frameRate(SoakRun.FRAMES_PER_SECOND)
                .pipeline(PIPELINE)
                .clock(whenFull == WhenFull.DROP ? Clock.REAL_TIME : Clock.FRAME_BY_FRAME)
                .whenFull(whenFull)
                .start();
        poolBytes = recorder.stats().poolBytes();
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
            recorder.close(); // tells why
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
