package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.EveryWay.Target;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every strategy with every choice of a framebuffer and with tiles, in each version of GL: the stage is resized, another
 * context is current at the end, and no call of the recorder's is an error or worth a message of high severity.
 */
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the contexts come from EGL")
class EveryWayTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GLES, 2.0, CLIENT",
        "GLES, 3.0, CLIENT MAPPED",
        "GLES, 3.1, CLIENT MAPPED PERSISTENT",
        "GL, 2.1, CLIENT MAPPED",
        "GL, 3.3COMPAT, CLIENT MAPPED PERSISTENT PINNED",
        "GL, 4.5COMPAT, CLIENT MAPPED PERSISTENT PINNED",
    })
    void shouldRecordWithoutAnErrorOfGl(String api, String version, String strategies) throws Exception {
        String printed = EveryWay.in(folder, api, version);
        assertTrue(printed.contains("errors are told"), printed);
        assertTrue(!printed.contains("trouble"), printed);
        assertTrue(printed.endsWith("exit 0"), printed);
        for (String strategy : strategies.split(" ")) {
            for (String name : names(strategy, !version.startsWith("2"))) {
                assertRecorded(name, printed);
            }
        }
    }

    private static List<String> names(String strategy, boolean convertsOnTheGpu) {
        List<String> names = new ArrayList<>();
        for (Target target : Target.values()) {
            names.add(strategy + "-" + target + "-KERNEL");
            if (convertsOnTheGpu && target != Target.TILES) {
                names.add(strategy + "-" + target + "-AS_READ");
            }
        }
        return names;
    }

    /** A read that had not ended when another context was current is lost, and all before it are there. */
    private void assertRecorded(String name, String printed) {
        String line = printed.lines()
                .filter(l -> l.startsWith(name + " "))
                .findFirst()
                .orElse("");
        assertTrue(line.matches(".* [0-9]+ [0-9]+"), printed);
        String[] words = line.split(" ");
        int delivered = Integer.parseInt(words[1]);
        assertEquals(EveryWay.FRAMES, delivered + Integer.parseInt(words[2]), printed);
        assertTrue(delivered >= (name.startsWith("CLIENT") ? EveryWay.FRAMES : EveryWay.FRAMES - 3), line);
        List<Integer> colours = colours(folder.resolve(name + ".mkv"));
        assertEquals(delivered, colours.size(), line);
        for (int frame = 0; frame < delivered; frame++) {
            int shown = colours.get(frame);
            assertEquals(EveryWay.grey(frame), shown >> 8 & 0xFF, 12, line + ", frame " + frame);
            assertEquals(EveryWay.grey(frame), shown >> 16 & 0xFF, 12, line + ", frame " + frame);
        }
    }

    private static List<Integer> colours(Path file) {
        List<Integer> colours = new ArrayList<>();
        DecodedVideo.of(file)
                .forEach(
                        PixelLayout.RGB,
                        (index, rgb) -> colours.add(new RgbPicture(EveryWay.WIDTH_PX, EveryWay.HEIGHT_PX, rgb)
                                .at(EveryWay.WIDTH_PX / 2, EveryWay.HEIGHT_PX / 2)));
        return colours;
    }
}
