package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A muxer refuses what the encoder produces. {@link Fault#REFUSE} covers a later refusal. */
@Timeout(60)
class RefusedCapsTest {
    /** The description links, but an MP4 cannot be smaller than 16 pixels. */
    private static final String REFUSED =
            "videoscale ! capsfilter caps=video/x-raw,width=8,height=8,pixel-aspect-ratio=1/1 ! x264enc ! mp4mux";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, "vp8enc ! mp4mux", "theoraenc ! webmmux"})
    void shouldRefuseToStartAndLeaveNothing(String description) throws IOException {
        try (OffscreenSurface surface = new OffscreenSurface(WatchedStage.WIDTH_PX, WatchedStage.HEIGHT_PX)) {
            RecorderBuilder builder = StageRecorder.builder(folder.resolve("stage.mp4"))
                    .size(surface.widthPx(), surface.heightPx())
                    .pipeline(description);
            RecordingException refusal = assertThrows(RecordingException.class, builder::start);
            assertTrue(
                    refusal.kind() == FailureKind.ENCODER || refusal.kind() == FailureKind.DESCRIPTION,
                    refusal.toString());
        }
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
    }
}
