package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.recording.ResizedWindow.Way;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A window in GLX keeps its old back buffer until the swap, and tells its new size at once. No old pixel is recorded.
 */
@Timeout(180)
class ResizedWindowTest {
    /** Of twice 255 times the difference that an encoder makes to a colour; another frame's differs by 10,500. */
    private static final int TOLERANCE = 5_000;

    /** Remains are at least this long; at borders an encoder may make a few pixels of another colour. */
    private static final int NARROWEST_PX = 100;

    @TempDir
    static Path folder;

    private static String printed;

    static Stream<Way> ways() {
        return Stream.of(ReadStrategy.values())
                .flatMap(strategy -> Stream.of(Convert.KERNEL, Convert.AS_READ)
                        .flatMap(convert -> Stream.of(true, false).map(fixed -> new Way(strategy, convert, fixed))));
    }

    @BeforeAll
    static void recordTheWindow() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        ways().forEach(way ->
                arguments.addAll(List.of(way.strategy().name(), way.convert().name(), String.valueOf(way.fixed()))));
        try (VirtualScreen screen = new VirtualScreen()) {
            ProcessBuilder child = ChildJvm.of(ResizedWindow.class, arguments.toArray(String[]::new));
            child.environment().put("DISPLAY", screen.display());
            child.environment().remove("WAYLAND_DISPLAY");
            Process process = child.start();
            printed = ChildJvm.printed(process);
            assertEquals(0, process.waitFor(), printed);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldShowNoRemainsOfAnotherFrame(Way way) {
        long[] counts = printed.lines()
                .filter(line -> line.startsWith(way.fileName()))
                .flatMap(line ->
                        Stream.of(line.substring(way.fileName().length() + 1).split(" ")))
                .mapToLong(Long::parseLong)
                .toArray();
        int[] pictures = new int[1];
        DecodedVideo.of(folder.resolve(way.fileName())).forEach(PixelLayout.RGB, (index, pixels) -> {
            assertTrue(foreignPixels(pixels) < NARROWEST_PX, () -> "in picture " + index + "\n" + printed);
            pictures[0]++;
        });
        assertEquals(counts[0], pictures[0]);
        assertEquals(ResizedWindow.FRAMES, counts[0] + counts[1] + counts[2], printed);
        assertTrue(!way.fixed() || counts[1] + counts[2] > 0, printed);
    }

    /**
     * Returns how many pixels have the colour of another frame. All frames have as much red and green together, and no
     * blue; at the borders a colour is mixed with black.
     */
    private static int foreignPixels(ByteBuffer pixels) {
        int middle = pixels.limit() / 3 / 2 + ResizedWindow.WIDTH_PX / 2;
        int red = pixels.get(3 * middle) & 0xFF;
        int green = pixels.get(3 * middle + 1) & 0xFF;
        int foreign = 0;
        for (int at = 0; at < pixels.limit(); at += 3) {
            int itsRed = pixels.get(at) & 0xFF;
            int itsGreen = pixels.get(at + 1) & 0xFF;
            boolean unmixed = itsRed + itsGreen > 300 && (pixels.get(at + 2) & 0xFF) < 20;
            foreign += unmixed && Math.abs(itsRed * green - itsGreen * red) > TOLERANCE ? 1 : 0;
        }
        return foreign;
    }
}
