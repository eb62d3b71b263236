package com.jogamp.opengl;

/** Stands in for JOGL's interface of this name, see the benchmark of swaps. */
public interface GLDrawable {
    int getSurfaceWidth();

    int getSurfaceHeight();

    Object getNativeSurface();
}
