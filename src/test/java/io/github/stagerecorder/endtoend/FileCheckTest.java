package io.github.stagerecorder.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What the benchmarks compare does record, and a wrong file does not pass the check. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pipes of the benchmark are those of Linux")
class FileCheckTest {
    private static final int FRAMES = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            names = {"RENDER", "READ"},
            mode = Mode.EXCLUDE)
    void shouldFindEveryFrameWhenNothingMayBeLost(Way way) throws Exception {
        assertEquals(0, Run.measure(shot("stage" + way.extension()), way).dropped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vflip",
                "hflip",
                "colorchannelmixer=rr=0:rb=1:bb=0:br=1",
                "select=not(eq(n\\,7))",
                "reverse",
                "crop=318:240"
            })
    void shouldRefuseAFileThatIsNotAsDrawn(String filter) throws Exception {
        Run.measure(shot("stage.mkv"), Way.FFMPEG_PIPE);
        Path changed = folder.resolve("changed.mkv");
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        folder.resolve("stage.mkv").toString(),
                        "-vf",
                        filter,
                        changed.toString())
                .inheritIO()
                .start();
        assertEquals(0, ffmpeg.waitFor());
        assertThrows(IllegalStateException.class, () -> FileCheck.dropped(shot("changed.mkv")));
    }

    private Shot shot(String fileName) {
        return new Shot(320, 240, 30, false, FRAMES, folder.resolve(fileName));
    }
}
