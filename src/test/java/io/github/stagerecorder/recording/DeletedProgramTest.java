package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwjgl.opengl.GL33C.GL_CURRENT_PROGRAM;
import static org.lwjgl.opengl.GL33C.GL_FRAGMENT_SHADER;
import static org.lwjgl.opengl.GL33C.GL_VERTEX_SHADER;
import static org.lwjgl.opengl.GL33C.glAttachShader;
import static org.lwjgl.opengl.GL33C.glCompileShader;
import static org.lwjgl.opengl.GL33C.glCreateProgram;
import static org.lwjgl.opengl.GL33C.glCreateShader;
import static org.lwjgl.opengl.GL33C.glDeleteProgram;
import static org.lwjgl.opengl.GL33C.glGetInteger;
import static org.lwjgl.opengl.GL33C.glLinkProgram;
import static org.lwjgl.opengl.GL33C.glShaderSource;
import static org.lwjgl.opengl.GL33C.glUseProgram;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.media.DecodedVideo;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is in use may have been deleted: no shader of the recorder can run then, and pixels are read instead.
 */
class DeletedProgramTest {
    @TempDir
    Path folder;

    @Test
    void shouldRecordWhenTheProgramInUseIsDeleted() {
        Path file = folder.resolve("stage.mkv");
        try (OffscreenSurface surface = new OffscreenSurface(320, 240);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            useDeletedProgram();
            StageRecorder recorder = RecordedStage.everyFrame(file).start();
            for (int i = 0; i < 5; i++) {
                stage.draw(i, i / 30.0);
                int program = useDeletedProgram();
                assertEquals(CaptureResult.TAKEN, recorder.capture());
                assertEquals(program, glGetInteger(GL_CURRENT_PROGRAM));
            }
            recorder.close();
        }
        assertEquals(
                IntStream.range(0, 5).boxed().toList(), DecodedVideo.of(file).frameNumbers());
    }

    private static int useDeletedProgram() {
        int program = glCreateProgram();
        glAttachShader(program, shader(GL_VERTEX_SHADER, "void main() { gl_Position = vec4(0.0); }"));
        glAttachShader(program, shader(GL_FRAGMENT_SHADER, "out vec4 c; void main() { c = vec4(1.0); }"));
        glLinkProgram(program);
        glUseProgram(program);
        glDeleteProgram(program);
        return program;
    }

    private static int shader(int type, String text) {
        int shader = glCreateShader(type);
        glShaderSource(shader, "#version 150\n" + text);
        glCompileShader(shader);
        return shader;
    }
}
