package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colour matrix that the file declares to players. Theora cannot declare one, and VP8 is always BT.601. */
@Timeout(60)
class DeclaredColourTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "OGG, unknown, unknown",
        "OGV, unknown, unknown",
        "WEBM, smpte170m, tv",
        "MKV, smpte170m, tv",
        "MP4, smpte170m, tv",
        "MOV, smpte170m, tv"
    })
    void shouldBeBt601WhenTheStageIsSmall(Container container, String matrix, String range) {
        assertDeclared(container, 320, 240, matrix, range);
    }

    @ParameterizedTest
    @CsvSource({
        "OGG, unknown, unknown",
        "OGV, unknown, unknown",
        "WEBM, smpte170m, tv",
        "MKV, bt709, tv",
        "MP4, bt709, tv",
        "MOV, bt709, tv"
    })
    void shouldBeBt709WhenTheStageIsHighDefinition(Container container, String matrix, String range) {
        assertDeclared(container, 1280, 720, matrix, range);
    }

    @ParameterizedTest
    @CsvSource({
        "MKV, 575, smpte170m",
        "MP4, 576, smpte170m",
        "MOV, 576, smpte170m",
        "MKV, 577, bt709",
        "MP4, 577, bt709",
        "MOV, 578, bt709",
        "WEBM, 577, smpte170m"
    })
    void shouldChangeAbove576Rows(Container container, int heightPx, String matrix) {
        assertDeclared(container, 321, heightPx, matrix, "tv");
    }

    private void assertDeclared(Container container, int widthPx, int heightPx, String matrix, String range) {
        Path file = container.fileIn(folder);
        RecordedStage.record(widthPx, heightPx, 1, RecordedStage.everyFrame(file));
        Ffprobe info = Ffprobe.of(file);
        assertEquals(matrix, info.colourMatrix());
        assertEquals(range, info.colourRange());
    }
}
