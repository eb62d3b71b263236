package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.jni.ReadbackNative;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The ways to read that a GL context supports. The context must be current.
 *
 * @param handle the context's
 * @param rgbaFirst whether the driver stores the framebuffer in this order
 * @param context its version, for messages
 */
public record ReadSupport(long handle, boolean rgbaFirst, String context) {
    /** Returns the formats that glReadPixels supports here, the driver's own order first. */
    public List<PixelFormat> formats() {
        if (!ReadbackNative.readsBgra(handle)) {
            return List.of(PixelFormat.RGBX);
        }
        return rgbaFirst ? List.of(PixelFormat.RGBX, PixelFormat.BGRX) : List.of(PixelFormat.BGRX, PixelFormat.RGBX);
    }

    /** @throws IllegalArgumentException if none of the formats is supported */
    public void require(List<PixelFormat> formats) {
        if (Collections.disjoint(formats, formats())) {
            throw new IllegalArgumentException("reading as " + formats + " is not supported by " + context);
        }
    }

    /** @throws IllegalArgumentException if this way to read is not supported */
    void require(Reading way) {
        strategies(List.of(way.strategy()));
        if (way.source() != Source.PLANES) {
            require(List.of(way.format()));
        }
    }

    /**
     * Returns those of the strategies that are supported.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<ReadStrategy> strategies(List<ReadStrategy> asked) {
        List<ReadStrategy> supported = new ArrayList<>();
        for (ReadStrategy strategy : asked) {
            if (ReadbackNative.supports(handle, strategy.ordinal())) {
                supported.add(strategy);
            }
        }
        if (supported.isEmpty()) {
            throw new IllegalArgumentException("reading back by " + asked + " is not supported by " + context);
        }
        return supported;
    }
}
