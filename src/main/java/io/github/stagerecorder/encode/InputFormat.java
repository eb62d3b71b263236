package io.github.stagerecorder.encode;

import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bin is given.
 *
 * @param name GStreamer's name of the format
 * @param colorimetry in GStreamer's words
 */
public record InputFormat(String name, String colorimetry) {
    /** Both our kernel, our shader and videoconvert make one chroma sample in the middle of four pixels. */
    private static final String SUBSAMPLED_CAPS = ",chroma-site=jpeg";

    /** The format of ours with that name; empty where the slots never hold it. */
    Optional<PixelFormat> ours() {
        return Stream.of(PixelFormat.values())
                .filter(own -> own.capsName().equals(name))
                .findFirst();
    }

    /** The planes that the bin is to have, if it is to have such. */
    Optional<PixelFormat> planes() {
        return ours().filter(PixelFormat::isPlanar);
    }

    /** By which planes are made. */
    Colour colour() {
        return Colorimetry.parse(colorimetry);
    }

    /** Without a size and a rate. */
    String caps() {
        boolean subsampled = planes().isPresent();
        return "video/x-raw,format=" + name + ",colorimetry=" + colorimetry + (subsampled ? SUBSAMPLED_CAPS : "");
    }
}
