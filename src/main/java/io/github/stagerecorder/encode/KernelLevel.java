package io.github.stagerecorder.encode;

import io.github.stagerecorder.jni.ConvertNative;
import java.util.Locale;

/** The instruction sets that the kernel can use, in the order of {@link ConvertNative}. */
public enum KernelLevel {
    SCALAR,
    SSE2,
    AVX2,
    NEON;

    /** Returns the fastest one that this processor has. */
    public static KernelLevel best() {
        return values()[ConvertNative.bestLevel()];
    }

    /** Returns the name for the statistics. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
