package io.github.stagerecorder.encode;

import io.github.stagerecorder.jni.ConvertNative;
import java.util.Locale;

/** The instructions that our kernel can use; the order is that of {@link ConvertNative}. */
enum KernelLevel {
    SCALAR,
    SSE2,
    AVX2;

    /** The fastest that this processor has. */
    static KernelLevel best() {
        return values()[ConvertNative.bestLevel()];
    }

    /** As the statistics name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
