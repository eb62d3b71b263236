package io.github.stagerecorder.demo;

import static org.lwjgl.opengl.GL33C.GL_COMPILE_STATUS;
import static org.lwjgl.opengl.GL33C.GL_FRAGMENT_SHADER;
import static org.lwjgl.opengl.GL33C.GL_LINK_STATUS;
import static org.lwjgl.opengl.GL33C.GL_TRUE;
import static org.lwjgl.opengl.GL33C.GL_VERTEX_SHADER;
import static org.lwjgl.opengl.GL33C.glAttachShader;
import static org.lwjgl.opengl.GL33C.glCompileShader;
import static org.lwjgl.opengl.GL33C.glCreateProgram;
import static org.lwjgl.opengl.GL33C.glCreateShader;
import static org.lwjgl.opengl.GL33C.glDeleteProgram;
import static org.lwjgl.opengl.GL33C.glDeleteShader;
import static org.lwjgl.opengl.GL33C.glGetProgramInfoLog;
import static org.lwjgl.opengl.GL33C.glGetProgrami;
import static org.lwjgl.opengl.GL33C.glGetShaderInfoLog;
import static org.lwjgl.opengl.GL33C.glGetShaderi;
import static org.lwjgl.opengl.GL33C.glGetUniformLocation;
import static org.lwjgl.opengl.GL33C.glLinkProgram;
import static org.lwjgl.opengl.GL33C.glShaderSource;
import static org.lwjgl.opengl.GL33C.glUniform2f;
import static org.lwjgl.opengl.GL33C.glUseProgram;

/** Draws triangles with one colour per vertex. Positions are in pixels from the top left. */
final class ColourShader implements AutoCloseable {
    private static final String VERTEX = """
        #version 330 core
        layout(location = 0) in vec2 positionPx;
        layout(location = 1) in vec4 colour;
        uniform vec2 sizePx;
        out vec4 shade;
        void main() {
            vec2 share = positionPx / sizePx;
            gl_Position = vec4(2.0 * share.x - 1.0, 1.0 - 2.0 * share.y, 0.0, 1.0);
            shade = colour;
        }
        """;
    private static final String FRAGMENT = """
        #version 330 core
        in vec4 shade;
        out vec4 pixel;
        void main() {
            pixel = shade;
        }
        """;

    private final int program = glCreateProgram();
    private final int sizePx;

    ColourShader() {
        attach(GL_VERTEX_SHADER, VERTEX);
        attach(GL_FRAGMENT_SHADER, FRAGMENT);
        glLinkProgram(program);
        if (glGetProgrami(program, GL_LINK_STATUS) != GL_TRUE) {
            throw new IllegalStateException("The stage's shader does not link: " + glGetProgramInfoLog(program));
        }
        sizePx = glGetUniformLocation(program, "sizePx");
    }

    private void attach(int type, String source) {
        int shader = glCreateShader(type);
        glShaderSource(shader, source);
        glCompileShader(shader);
        if (glGetShaderi(shader, GL_COMPILE_STATUS) != GL_TRUE) {
            throw new IllegalStateException("The stage's shader does not compile: " + glGetShaderInfoLog(shader));
        }
        glAttachShader(program, shader);
        glDeleteShader(shader);
    }

    void use(int widthPx, int heightPx) {
        glUseProgram(program);
        glUniform2f(sizePx, widthPx, heightPx);
    }

    @Override
    public void close() {
        glDeleteProgram(program);
    }
}
