package io.github.stagerecorder.readback;

/**
 * The GL context of the recording is certainly gone. Nothing has begun. The recording may enter the present context.
 */
public final class ContextReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContextReplacedException() {
        super("the OpenGL context of the recording is gone", null, false, false);
    }
}
