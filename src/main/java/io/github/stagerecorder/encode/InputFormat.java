package io.github.stagerecorder.encode;

import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Optional;

/**
 * The format that a bin is given.
 *
 * @param name GStreamer's name of the format
 * @param colorimetry GStreamer's name of the colorimetry
 */
public record InputFormat(String name, String colorimetry) {
    /** The kernel, the shader and videoconvert all put one chroma sample in the middle of four pixels. */
    private static final String SUBSAMPLED_CAPS = ",chroma-site=jpeg";

    /** Returns the pixel format with that name; empty if slots never hold it. */
    Optional<PixelFormat> ours() {
        for (PixelFormat own : PixelFormat.values()) {
            if (own.capsName().equals(name)) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }

    /** Returns the RGB format, or empty if the bin is given another one. */
    Optional<PixelFormat> pixels() {
        return planes().isPresent() ? Optional.empty() : ours();
    }

    /** Returns the planar format, or empty if the bin is given another one. */
    Optional<PixelFormat> planes() {
        return ours().filter(PixelFormat::isPlanar);
    }

    /** Returns the colour of planes in this format. */
    Colour colour() {
        return Colorimetry.parse(colorimetry);
    }

    /** Returns the caps without a size and a rate. */
    public String caps() {
        boolean subsampled = planes().isPresent();
        return "video/x-raw,format=" + name + ",colorimetry=" + colorimetry + (subsampled ? SUBSAMPLED_CAPS : "");
    }
}
