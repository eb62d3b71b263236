package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A texture's size is known in every version that tells it, and asked of the user in the others. */
@Timeout(120)
@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "OpenGL ES and old versions of OpenGL come from EGL and Mesa's variables")
class TextureSizeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GL, 2.1, ''",
        "GL, 2.1, -GL_ARB_framebuffer_object",
        "GL, 3.0, ''",
        "GL, 3.3COMPAT, ''",
        "GL, 4.4COMPAT, ''",
        "GLES, 3.1, ''",
        "GLES, 3.2, ''"
    })
    void shouldRecordATextureWithoutASize(String api, String version, String extensions) throws Exception {
        Path file = folder.resolve("stage.mkv");
        String printed = TextureRecording.of(file, api, version, extensions);
        assertTrue(printed.contains("TAKEN\n") && printed.contains("error 0\n"), printed);
        Ffprobe info = Ffprobe.of(file);
        assertEquals(TextureRecording.WIDTH_PX, info.widthPx());
        assertEquals(TextureRecording.HEIGHT_PX, info.heightPx());
    }

    @ParameterizedTest
    @CsvSource({"GLES, 3.0, ''", "GL, 2.1, -GL_ARB_multi_bind"})
    void shouldRefuseAMissingSizeWhereTheDriverDoesNotTellIt(String api, String version, String extensions)
            throws Exception {
        Path file = folder.resolve("stage.mkv");
        String printed = TextureRecording.of(file, api, version, extensions);
        String shown = version.replace("COMPAT", "");
        assertTrue(
                printed.contains("size(widthPx, heightPx) is missing, and OpenGL " + (api.equals("GLES") ? "ES " : "")
                        + shown + " does not tell the size of"),
                printed);
        assertTrue(Files.notExists(file));
    }
}
