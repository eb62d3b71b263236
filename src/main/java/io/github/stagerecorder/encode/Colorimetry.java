package io.github.stagerecorder.encode;

import static io.github.stagerecorder.settings.Colour.Matrix.BT601;
import static io.github.stagerecorder.settings.Colour.Matrix.BT709;
import static io.github.stagerecorder.settings.Colour.Range.FULL;
import static io.github.stagerecorder.settings.Colour.Range.LIMITED;

import io.github.stagerecorder.settings.Colour;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows GStreamer's names of the colours that the recorder can make: words, or range:matrix:transfer:primaries as
 * numbers. Only range and matrix change the samples. The transfer function and the primaries are labels.
 */
public final class Colorimetry {
    /** The name for red, green and blue. */
    public static final String SRGB = "sRGB";

    private static final List<String> LIMITED_BT601 = List.of("bt601", "2:4:5:1", "2:4:7:1");
    private static final List<String> LIMITED_BT709 = List.of("bt709", "2:3:7:1");
    private static final List<String> FULL_BT601 = List.of("1:4:16:4", "1:4:7:1", "1:4:5:1", "1:4:0:0");
    private static final List<String> FULL_BT709 = List.of("1:3:5:1", "1:3:7:1");

    private Colorimetry() {}

    /** Returns all names of these colours, the usual one first. */
    public static List<String> of(Colour colour) {
        if (colour.range() == LIMITED) {
            return colour.matrix() == BT601 ? LIMITED_BT601 : LIMITED_BT709;
        }
        return colour.matrix() == BT601 ? FULL_BT601 : FULL_BT709;
    }

    /** Returns the colours of that name. An unknown name means BT.601 in limited range. */
    static Colour parse(String name) {
        return Stream.of(new Colour(BT709, LIMITED), new Colour(BT601, FULL), new Colour(BT709, FULL))
                .filter(colour -> of(colour).contains(name))
                .findFirst()
                .orElse(new Colour(BT601, LIMITED));
    }
}
