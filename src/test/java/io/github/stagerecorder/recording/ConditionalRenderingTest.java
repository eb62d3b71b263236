package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Flip;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Stats;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Inside conditional rendering GL may discard what the recorder draws and blits, and says so nowhere. No older picture is
 * recorded: such a frame is recorded as it was drawn, or is not taken, or is lost and counted. A frame of several samples
 * is never recorded then, because it must be copied.
 */
@Timeout(60)
class ConditionalRenderingTest {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FRAMES = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "4, KERNEL, AUTO, CLIENT",
        "4, KERNEL, AUTO, MAPPED",
        "4, AS_READ, AUTO, CLIENT",
        "4, AS_READ, AUTO, PERSISTENT",
        "4, AS_READ, AUTO, PINNED",
        "0, AS_READ, AUTO, CLIENT",
        "0, AS_READ, AUTO, MAPPED",
        "4, AUTO, BLIT, MAPPED",
        "0, AUTO, BLIT, CLIENT",
        "0, AUTO, AUTO, ",
        "4, AUTO, AUTO, ",
    })
    void shouldRecordNoOlderPicture(int samples, Convert convert, Flip flip, ReadStrategy strategy) {
        Path file = folder.resolve("stage.mkv");
        List<Integer> inside = List.of(3, 4, 8);
        Stats stats;
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            bind(samples);
            int query = failedQuery();
            RecorderBuilder builder = RecordedStage.everyFrame(file)
                    .tuning(t -> t.convert(convert).flip(flip));
            if (strategy != null) {
                builder.tuning(t -> t.readStrategy(strategy));
            }
            StageRecorder recorder = builder.start();
            for (int i = 0; i < FRAMES; i++) {
                stage.draw(i, i / 30.0);
                capture(recorder, inside.contains(i) ? query : 0);
            }
            recorder.close();
            stats = recorder.stats();
        }
        List<Integer> recorded = DecodedVideo.of(file).frameNumbers();
        List<Integer> missing = without(recorded);
        assertTrue(samples > 0 ? missing.equals(inside) : inside.containsAll(missing), () -> "missing " + missing);
        assertEquals(FRAMES - missing.size(), recorded.size(), () -> "recorded " + recorded);
        assertEquals(missing.size(), stats.failed() + stats.losses().byFramebuffer(), stats::toString);
    }

    private static List<Integer> without(List<Integer> recorded) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            if (!recorded.contains(i)) {
                missing.add(i);
            }
        }
        return missing;
    }

    private static void capture(StageRecorder recorder, int query) {
        if (query == 0) {
            assertEquals(CaptureResult.TAKEN, recorder.capture());
        } else {
            glBeginConditionalRender(query, GL_QUERY_WAIT);
            recorder.capture();
            glEndConditionalRender();
        }
        assertEquals(GL_NO_ERROR, glGetError());
    }

    /** Returns a query that has counted nothing. */
    private static int failedQuery() {
        int query = glGenQueries();
        glBeginQuery(GL_SAMPLES_PASSED, query);
        glEndQuery(GL_SAMPLES_PASSED);
        return query;
    }

    private static void bind(int samples) {
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glBindRenderbuffer(GL_RENDERBUFFER, glGenRenderbuffers());
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, WIDTH_PX, HEIGHT_PX);
        glFramebufferRenderbuffer(
                GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, glGetInteger(GL_RENDERBUFFER_BINDING));
    }
}
