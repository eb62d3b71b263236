package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.stream.Stream;

/**
 * How what the slots hold becomes what the bin takes. It follows from the two, with the least work; a way that the
 * user insists on must be able to serve.
 *
 * <p>{@code videoconvert} reads bottom-up rows through a negative stride, at no cost. It would hand such a buffer on
 * untouched if the next element took its format, and not every element survives that; so the output format is always
 * pinned to one that forces the conversion.
 *
 * @param way never AUTO
 * @param source what the slots hold
 * @param bottomUp whether they hold the lowest row first
 * @param input what the bin gets
 */
record Conversion(Convert way, PixelFormat source, boolean bottomUp, InputFormat input) {
    /**
     * @param forced what the user insists on, or AUTO
     * @param description of the bin, for messages
     * @throws RecordingException if no way, or not the forced one, serves
     */
    static Conversion of(PixelFormat source, boolean bottomUp, InputFormat input, Convert forced, String description) {
        Convert way = forced != Convert.AUTO ? forced : leastWork(source, bottomUp, input);
        boolean planesMissing = forced == Convert.AS_READ && !source.isPlanar();
        if (planesMissing || !serves(way, source, bottomUp, input)) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "the conversion " + way
                            + " cannot serve: the stage is read as " + source.capsName()
                            + (bottomUp ? ", bottom-up" : "")
                            + ", and \"" + description + "\" is to have " + input.name());
        }
        return new Conversion(way, source, bottomUp, input);
    }

    private static Convert leastWork(PixelFormat source, boolean bottomUp, InputFormat input) {
        return Stream.of(Convert.AS_READ, Convert.VIDEOFLIP, Convert.KERNEL)
                .filter(way -> serves(way, source, bottomUp, input))
                .findFirst()
                .orElse(Convert.VIDEOCONVERT);
    }

    private static boolean serves(Convert way, PixelFormat source, boolean bottomUp, InputFormat input) {
        boolean same = source.capsName().equals(input.name());
        return switch (way) {
            case AUTO -> true;
            case AS_READ -> same && !bottomUp;
            case VIDEOFLIP -> same && bottomUp;
            case KERNEL -> !source.isPlanar() && bottomUp && input.planes().isPresent();
            case VIDEOCONVERT -> !source.isPlanar() && !same;
        };
    }

    /** What appsrc pushes: what the slots hold, or what the kernel has made of it. */
    PixelFormat pushed() {
        return way == Convert.KERNEL ? input.planes().orElseThrow() : source;
    }

    /** The caps of the pixels behind appsrc. The stage is sRGB, in full range. */
    String pushedCaps() {
        PixelFormat pushed = pushed();
        return new InputFormat(pushed.capsName(), pushed.isPlanar() ? input.colorimetry() : "sRGB").caps();
    }
}
