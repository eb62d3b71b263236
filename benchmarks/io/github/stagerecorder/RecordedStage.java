package io.github.stagerecorder;

import static org.lwjgl.opengl.GL33C.GL_BGRA;
import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glFinish;
import static org.lwjgl.opengl.GL33C.nglReadPixels;

import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.GlReadback;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.PixelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lwjgl.system.MemoryUtil;

/**
 * The demo's stage while an MP4 of it is recorded. Before each read the frame is fully drawn and a slot is free, so the
 * conditions are the same for both kinds of read.
 */
final class RecordedStage implements AutoCloseable {
    private static final double SECONDS_PER_FRAME = 1.0 / 30;

    private final OffscreenSurface surface;
    private final Stage stage;
    private final Path file;
    private final Picture picture;
    private final ReadStrategy strategy;
    private final OpenedRecording recording;
    private final long ownPixels; // used where the driver owns the slots' memory
    private int frame;

    RecordedStage(Size size, ReadStrategy strategy, PixelFormat format) throws IOException {
        this.strategy = strategy;
        surface = new OffscreenSurface(size.widthPx(), size.heightPx());
        stage = new Stage(size.widthPx(), size.heightPx());
        file = Files.createTempFile("stagerecorder-", ".mp4");
        RecorderBuilder options = StageRecorder.builder(file).overwrite(true).size(size.widthPx(), size.heightPx());
        Readback reading = new GlReadback(
                GlContext.current(FramebufferChoice.of(BoundFramebuffer.READ)),
                new Reading(strategy, Source.BOTTOM_UP, format),
                false,
                false);
        InputPlan plan = OpenedRecording.plan(options, file, size, format);
        picture = plan.file();
        recording = new OpenedRecording(options, plan, reading);
        ownPixels = MemoryUtil.nmemCallocChecked(1, picture.sizeBytes());
    }

    /** Waits until the encoder thread and the whole pipeline are idle. */
    void awaitIdle() {
        recording.awaitAllDelivered();
    }

    long captureNs() {
        drawToItsEnd();
        recording.claim().abandon();
        long beforeNs = System.nanoTime();
        recording.capture();
        return System.nanoTime() - beforeNs;
    }

    /** Reads into the slot that a capture would take, if that slot has memory of its own. */
    long bareReadNs() {
        drawToItsEnd();
        Slot slot = recording.claim();
        long pixels = strategy == ReadStrategy.MAPPED || strategy == ReadStrategy.PERSISTENT
                ? ownPixels
                : MemoryUtil.memAddress(PoolNative.pixels(slot.handle(), picture.sizeBytes()));
        int format = picture.format() == PixelFormat.RGBX ? GL_RGBA : GL_BGRA;
        long beforeNs = System.nanoTime();
        nglReadPixels(0, 0, picture.widthPx(), picture.heightPx(), format, GL_UNSIGNED_BYTE, pixels);
        long timeNs = System.nanoTime() - beforeNs;
        slot.abandon();
        return timeNs;
    }

    private void drawToItsEnd() {
        stage.draw(frame, frame * SECONDS_PER_FRAME);
        frame++;
        glFinish();
    }

    @Override
    public void close() throws IOException {
        recording.close();
        MemoryUtil.nmemFree(ownPixels);
        stage.close();
        surface.close();
        Files.delete(file);
        recording.requireAllTaken();
    }
}
