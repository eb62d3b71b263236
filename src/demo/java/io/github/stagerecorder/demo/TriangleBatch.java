package io.github.stagerecorder.demo;

import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_FLOAT;
import static org.lwjgl.opengl.GL33C.GL_STREAM_DRAW;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glDeleteBuffers;
import static org.lwjgl.opengl.GL33C.glDeleteVertexArrays;
import static org.lwjgl.opengl.GL33C.glDrawArrays;
import static org.lwjgl.opengl.GL33C.glEnableVertexAttribArray;
import static org.lwjgl.opengl.GL33C.glGenBuffers;
import static org.lwjgl.opengl.GL33C.glGenVertexArrays;
import static org.lwjgl.opengl.GL33C.glVertexAttribPointer;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

/** Collects coloured triangles and draws all of them in one call, from one streaming vertex buffer. */
final class TriangleBatch implements AutoCloseable {
    private static final int VERTEX_SIZE_BYTES = 2 * Float.BYTES + 4;
    private static final int CAPACITY = 4_096;

    private final ByteBuffer vertices = MemoryUtil.memAlloc(CAPACITY * VERTEX_SIZE_BYTES);
    private final int vertexArray = glGenVertexArrays();
    private final int vertexBuffer = glGenBuffers();

    TriangleBatch() {
        glBindVertexArray(vertexArray);
        glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer);
        glVertexAttribPointer(0, 2, GL_FLOAT, false, VERTEX_SIZE_BYTES, 0);
        glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, true, VERTEX_SIZE_BYTES, 2 * Float.BYTES);
        glEnableVertexAttribArray(0);
        glEnableVertexAttribArray(1);
    }

    void vertex(double xPx, double yPx, int colour) {
        vertices.putFloat((float) xPx).putFloat((float) yPx);
        vertices.put((byte) (colour >>> 24))
                .put((byte) (colour >>> 16))
                .put((byte) (colour >>> 8))
                .put((byte) colour);
    }

    /**
     * Draws everything added since the last call. The buffer gets new storage each time, so the driver never waits for
     * the old one.
     */
    void draw() {
        int count = vertices.position() / VERTEX_SIZE_BYTES;
        glBindVertexArray(vertexArray);
        glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer);
        glBufferData(GL_ARRAY_BUFFER, vertices.flip(), GL_STREAM_DRAW);
        glDrawArrays(GL_TRIANGLES, 0, count);
        vertices.clear();
    }

    @Override
    public void close() {
        glDeleteVertexArrays(vertexArray);
        glDeleteBuffers(vertexBuffer);
        MemoryUtil.memFree(vertices);
    }
}
