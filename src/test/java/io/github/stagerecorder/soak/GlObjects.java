package io.github.stagerecorder.soak;

import static org.lwjgl.opengl.GL33C.glIsBuffer;
import static org.lwjgl.opengl.GL33C.glIsFramebuffer;
import static org.lwjgl.opengl.GL33C.glIsQuery;
import static org.lwjgl.opengl.GL33C.glIsRenderbuffer;
import static org.lwjgl.opengl.GL33C.glIsTexture;
import static org.lwjgl.opengl.GL33C.glIsVertexArray;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Counts the objects of the current GL context by asking for each name. */
final class GlObjects {
    /** Drivers use small numbers as names. */
    private static final int NAMES = 512;

    private static final List<IntPredicate> KINDS = List.of(
            name -> glIsBuffer(name),
            name -> glIsFramebuffer(name),
            name -> glIsQuery(name),
            name -> glIsRenderbuffer(name),
            name -> glIsTexture(name),
            name -> glIsVertexArray(name));

    private GlObjects() {}

    static long count() {
        return KINDS.stream()
                .mapToLong(kind -> IntStream.rangeClosed(1, NAMES).filter(kind).count())
                .sum();
    }
}
