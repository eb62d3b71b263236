package io.github.stagerecorder.recording;

import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE;
import static org.lwjgl.opengl.GL33C.glIsFramebuffer;
import static org.lwjgl.opengl.GL33C.glIsProgram;
import static org.lwjgl.opengl.GL33C.glIsRenderbuffer;
import static org.lwjgl.opengl.GL33C.glIsTexture;
import static org.lwjgl.opengl.GL33C.glIsVertexArray;
import static org.lwjgl.opengl.KHRDebug.GL_PROGRAM;
import static org.lwjgl.opengl.KHRDebug.glGetObjectLabel;
import static org.lwjgl.opengl.KHRDebug.glObjectLabel;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All objects of the current context. A label tells whether an object is still the one that was there, for drivers give
 * the name of a deleted one to the next.
 */
final class GlObjects {
    private static final int MOST_NAMES = 200;
    private static final int GL_VERTEX_ARRAY = 0x8074; // KHR_debug's name for the type
    private static final String SEEN = "seen";

    record Named(int type, int name) {}

    private GlObjects() {}

    static Set<Named> all() {
        return Stream.of(
                        these(GL_PROGRAM, name -> glIsProgram(name)),
                        these(GL_TEXTURE, name -> glIsTexture(name)),
                        these(GL_RENDERBUFFER, name -> glIsRenderbuffer(name)),
                        these(GL_FRAMEBUFFER, name -> glIsFramebuffer(name)),
                        these(GL_VERTEX_ARRAY, name -> glIsVertexArray(name)))
                .flatMap(objects -> objects)
                .collect(Collectors.toSet());
    }

    private static Stream<Named> these(int type, IntPredicate exists) {
        return IntStream.range(1, MOST_NAMES).filter(exists).mapToObj(name -> new Named(type, name));
    }

    /** Labels all that are there. */
    static Set<Named> label() {
        Set<Named> there = all();
        there.forEach(object -> glObjectLabel(object.type(), object.name(), SEEN));
        return there;
    }

    static Set<Named> labelled() {
        Predicate<Named> seen = object -> SEEN.equals(glGetObjectLabel(object.type(), object.name()));
        return all().stream().filter(seen).collect(Collectors.toSet());
    }
}
