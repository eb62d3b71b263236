package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.stream.Stream;

/**
 * Describes how the content of the slots is converted for the bin. The conversion with the least work is chosen, unless
 * the user has set one.
 *
 * <p>{@code videoconvert} reads bottom-up rows through a negative stride, at no cost. It would pass such a buffer on
 * unchanged if the next element took its format, and not every element survives that. So the output format is always
 * pinned to one that forces the conversion.
 *
 * @param way the converter; never AUTO
 * @param source the format in the slots
 * @param bottomUp whether the slots hold the lowest row first
 * @param input the format that the bin is given
 */
public record Conversion(Convert way, PixelFormat source, boolean bottomUp, InputFormat input) {
    /**
     * @param forced the conversion that the user has set, or AUTO
     * @param description the description of the bin, for messages
     * @throws RecordingException if no conversion works, or the one that the user has set does not
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

    /** Returns the format that appsrc pushes: the one in the slots, or the one that the kernel makes. */
    PixelFormat pushed() {
        return way == Convert.KERNEL ? input.planes().orElseThrow() : source;
    }

    /** Returns the caps of the pixels behind appsrc. The stage is sRGB in full range. */
    public String pushedCaps() {
        PixelFormat pushed = pushed();
        return new InputFormat(pushed.capsName(), pushed.isPlanar() ? input.colorimetry() : "sRGB").caps();
    }
}
