package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwjgl.opengl.GL33C.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Objects of a GL context that nobody records. They have all the names that the recorder's own objects can have. */
final class Bystanders {
    private static final int NAMES = 64;

    private final List<Integer> buffers = new ArrayList<>();
    private final State before;

    /** The objects and bindings of the present context. */
    private record State(List<Integer> bindings, long objects, List<Integer> contents) {}

    /** Makes them in the context that is current: OpenGL, or OpenGL ES 3. */
    Bystanders() {
        for (int i = 0; i < NAMES; i++) {
            bindFramebuffer(16, 16, 0);
            glBindTexture(GL_TEXTURE_2D, glGenTextures());
            buffers.add(glGenBuffers());
            glBindBuffer(GL_ARRAY_BUFFER, buffers.get(i));
            glBufferData(GL_ARRAY_BUFFER, new int[] {i}, GL_STATIC_DRAW);
        }
        before = state();
    }

    /** Binds a new framebuffer with a renderbuffer. */
    static void bindFramebuffer(int widthPx, int heightPx, int samples) {
        int renderbuffer = glGenRenderbuffers();
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, widthPx, heightPx);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    }

    /** Checks that they are as they were made, that there are no others, and that no GL error is left. */
    void assertUntouched() {
        assertEquals(before, state());
        assertEquals(GL_NO_ERROR, glGetError());
    }

    private State state() {
        List<Integer> bindings = Stream.of(
                        GL_READ_FRAMEBUFFER_BINDING,
                        GL_DRAW_FRAMEBUFFER_BINDING,
                        GL_RENDERBUFFER_BINDING,
                        GL_TEXTURE_BINDING_2D,
                        GL_PIXEL_PACK_BUFFER_BINDING)
                .map(name -> glGetInteger(name))
                .toList();
        long objects = 0;
        for (int name = 1; name < 4 * NAMES; name++) {
            objects += glIsBuffer(name) ? 1 : 0;
            objects += glIsFramebuffer(name) ? 1 : 0;
            objects += glIsRenderbuffer(name) ? 1 : 0;
            objects += glIsTexture(name) ? 1 : 0;
        }
        return new State(
                bindings, objects, buffers.stream().map(Bystanders::content).toList());
    }

    private static int content(int buffer) {
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        ByteBuffer content = glMapBufferRange(GL_ARRAY_BUFFER, 0, Integer.BYTES, GL_MAP_READ_BIT);
        int value = content.getInt(0);
        glUnmapBuffer(GL_ARRAY_BUFFER);
        return value;
    }
}
