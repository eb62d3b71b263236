package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.recording.VirtualScreen;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A context is destroyed before the recorder is closed, while the encoder has mapped frames to read. GL leaves to the
 * driver what becomes of their memory; Mesa keeps it, so that the process lives and the frames are right.
 */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "contexts of OpenGL ES come from EGL")
class EndedMappingTest {
    @TempDir
    Path folder;

    static Stream<Arguments> contextsAndEncoders() {
        String slow = "identity sleep-time=300000 ! ";
        String x264 = "x264enc speed-preset=ultrafast qp-max=10 ! matroskamux";
        return Stream.of("EGL", "GLES", "GLX")
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, slow + x264), Arguments.of(kind, slow + "videoconvert ! " + x264)));
    }

    @ParameterizedTest
    @MethodSource("contextsAndEncoders")
    void shouldKeepTheFramesThatAreMapped(String kind, String encoder) throws Exception {
        Path file = folder.resolve("stage.mkv");
        try (VirtualScreen screen = new VirtualScreen()) {
            ProcessBuilder program = ChildJvm.of(EndedMapping.class, kind, encoder, file.toString());
            program.environment().put("DISPLAY", screen.display());
            String printed = ChildJvm.printed(program.start());
            check(
                    printed.lines()
                            .filter(line -> line.startsWith(EndedMapping.MARK))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(printed))
                            .split(" "),
                    file);
        }
    }

    private static void check(String[] words, Path file) {
        assertEquals("COMPLETE", words[3]);
        int delivered = Integer.parseInt(words[2]);
        assertTrue(Integer.parseInt(words[1]) < delivered, "nothing was left to read: " + String.join(" ", words));
        DecodedVideo video = DecodedVideo.of(file);
        for (int i = 0; i < Integer.parseInt(words[4]); i++) {
            int expected = EndedMapping.COLOURS[i];
            int actual = video.rgb(i).at(960, 540);
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (expected >> shift & 0xFF) - (actual >> shift & 0xFF);
                assertTrue(Math.abs(difference) < 40, Integer.toHexString(actual) + " is frame " + i);
            }
        }
    }
}
