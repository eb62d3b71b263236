package com.jogamp.opengl;

/** Stands in for JOGL's interface of this name, see the benchmark of swaps. */
public interface GL {
    boolean hasFullFBOSupport();

    void glBindFramebuffer(int target, int framebuffer);
}
