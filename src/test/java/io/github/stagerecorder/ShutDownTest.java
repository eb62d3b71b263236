package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program calls Gst.deinit() once too often: GStreamer stays until the open recordings have ended. */
@Timeout(120)
class ShutDownTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "OWN_THREAD, recording, 2", "RENDER_THREAD, recording, 2",
        "OWN_THREAD, finishing, 1", "RENDER_THREAD, finishing, 1",
        "OWN_THREAD, closed, 1", "RENDER_THREAD, closed, 1"
    })
    void shouldCompleteTheFileAndThenBeUnavailable(String encodeOn, String when, int parts) throws Exception {
        Path file = folder.resolve("stage.mkv");
        Process program =
                ChildJvm.of(ShutDown.class, file.toString(), encodeOn, when).start();
        String printed = ChildJvm.printed(program);
        assertEquals(0, program.waitFor(), printed);
        assertTrue(printed.contains("delivered " + parts * ShutDown.FRAMES + "\n"), printed);
        assertTrue(printed.contains("available false\n"), printed);
        List<Integer> numbers = DecodedVideo.of(file).frameNumbers();
        assertEquals(IntStream.range(0, parts * ShutDown.FRAMES).boxed().toList(), numbers);
    }
}
