package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lwjgl.opengl.GL33C;

/** Without a size the recorder follows that of the framebuffer; with one it never takes what is not there. */
class FollowedSizeTest extends OnResizedStage {
    private RecorderBuilder followingTo(String name) {
        return StageRecorder.builder(folder.resolve(name)).timing(Timing.FRAME_BY_FRAME);
    }

    private void resizeStage(int widthPx, int heightPx) {
        surface.resize(widthPx, heightPx);
        stage.resize(widthPx, heightPx);
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldRecordTheFramebuffersOwnSize(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder =
                followingTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        paint(recorder, 3);
        end(recorder);
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void shouldScaleIntoTheFileWhenTheFramebufferChangesItsSize(ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder =
                followingTo("stage.mkv").tuning(t -> t.readStrategy(strategy)).start();
        paint(recorder, 2);
        resizeStage(2 * WIDTH_PX, 2 * HEIGHT_PX);
        paint(recorder, 2);
        resizeStage(WIDTH_PX / 2, HEIGHT_PX / 2);
        paint(recorder, 2);
        Outcome outcome = end(recorder);
        assertEquals(6, outcome.stats().taken());
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1, 2, 3, 4, 5);
    }

    @Test
    void shouldBeginAFileForEachSizeOfTheFramebuffer() {
        StageRecorder recorder =
                followingTo("stage.mkv").onResize(ResizePolicy.NEW_FILE).start();
        paint(recorder, 3);
        resizeStage(640, 480);
        paint(recorder, 4);
        end(recorder);
        assertOnlyFiles("stage-2.mkv", "stage.mkv");
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1, 2);
        assertFile("stage-2.mkv", 640, 480, 3, 4, 5, 6);
    }

    /** A game recreates its framebuffer, which often gets the old name. */
    @ParameterizedTest
    @EnumSource(
            value = Convert.class,
            names = {"AUTO", "AS_READ"})
    void shouldFollowAFramebufferThatIsMadeAgain(Convert convert) {
        StageRecorder recorder =
                followingTo("stage.mkv").tuning(t -> t.convert(convert)).start();
        paint(recorder, 2);
        int old = GL33C.glGetInteger(GL33C.GL_FRAMEBUFFER_BINDING);
        GL33C.glDeleteFramebuffers(old);
        bindTexture(WIDTH_PX * 2, HEIGHT_PX * 2);
        stage.resize(WIDTH_PX * 2, HEIGHT_PX * 2);
        paint(recorder, 2);
        bindTexture(WIDTH_PX, HEIGHT_PX);
        stage.resize(WIDTH_PX, HEIGHT_PX);
        paint(recorder, 2);
        end(recorder);
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1, 2, 3, 4, 5);
    }

    private static void bindTexture(int widthPx, int heightPx) {
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, GL33C.glGenFramebuffers());
        int texture = GL33C.glGenTextures();
        GL33C.glBindTexture(GL33C.GL_TEXTURE_2D, texture);
        GL33C.glTexImage2D(
                GL33C.GL_TEXTURE_2D, 0, GL33C.GL_RGBA8, widthPx, heightPx, 0, GL33C.GL_RGBA, GL33C.GL_UNSIGNED_BYTE, 0);
        GL33C.glFramebufferTexture2D(GL33C.GL_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, GL33C.GL_TEXTURE_2D, texture, 0);
    }

    @Test
    void shouldRecordFromTheCornerOn() {
        StageRecorder recorder = followingTo("stage.mkv").corner(100, 80).start();
        stage.draw(0, 0);
        assertEquals(CaptureResult.TAKEN, recorder.capture());
        end(recorder);
        Ffprobe info = Ffprobe.of(folder.resolve("stage.mkv"));
        assertEquals(WIDTH_PX - 100, info.widthPx());
        assertEquals(HEIGHT_PX - 80, info.heightPx());
    }

    @Test
    void shouldIgnoreASizeThatIsTold() {
        StageRecorder recorder = followingTo("stage.mkv").start();
        recorder.resize(16, 16);
        paint(recorder, 2);
        end(recorder);
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1);
    }

    @Test
    void shouldGoOnWhenASizeWasTooLargeForTheBudget() {
        StageRecorder recorder =
                followingTo("stage.mkv").memoryBudget(8_000_000).start();
        paint(recorder, 2);
        resizeStage(4000, 3000);
        stage.draw(9, 0);
        assertEquals(CaptureResult.FAILED, recorder.capture());
        assertEquals(1, recorder.stats().failures().framebuffer());
        resizeStage(WIDTH_PX, HEIGHT_PX);
        paint(recorder, 2);
        end(recorder);
        assertFile("stage.mkv", WIDTH_PX, HEIGHT_PX, 0, 1, 2, 3);
    }

    /** Reading beyond it would leave an old frame in the slot. */
    @Test
    void shouldFailTheFrameWhenAFixedRectangleIsNoLongerThere() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        paint(recorder, 2);
        resizeStage(WIDTH_PX / 2, HEIGHT_PX / 2);
        stage.draw(9, 0);
        assertEquals(CaptureResult.FAILED, recorder.capture());
        assertEquals(CaptureResult.FAILED, recorder.capture(), "the second look");
        assertEquals(2, recorder.stats().failures().framebuffer());
        resizeStage(WIDTH_PX, HEIGHT_PX);
        paint(recorder, 2);
        end(recorder);
        assertEquals(
                4, DecodedVideo.of(folder.resolve("stage.mkv")).frameNumbers().size());
    }

    @Test
    void shouldTellThatTilesNeedASize() {
        RecorderBuilder builder = followingTo("stage.mkv").tiled(true);
        var refusal = assertThrows(IllegalArgumentException.class, builder::start);
        assertTrue(refusal.getMessage().contains("size(widthPx, heightPx) is missing"), refusal.getMessage());
    }
}
