package io.github.stagerecorder.recording;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.RgbPicture;

/** Draws the pictures of a {@link RecordedStage} again, without a recorder. */
final class ReferenceStage implements AutoCloseable {
    private final OffscreenSurface surface;
    private final Stage stage;

    ReferenceStage(int widthPx, int heightPx) {
        surface = new OffscreenSurface(widthPx, heightPx);
        stage = new Stage(widthPx, heightPx);
    }

    RgbPicture frame(int frameNumber) {
        stage.draw(frameNumber, frameNumber / RecordedStage.FRAMES_PER_SECOND);
        return GlPicture.read(0, 0, surface.widthPx(), surface.heightPx());
    }

    @Override
    public void close() {
        try (surface) {
            stage.close();
        }
    }
}
