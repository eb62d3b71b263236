package io.github.stagerecorder.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Frames per second as a fraction of two whole numbers, both at least 1. */
record Fps(int numerator, int denominator) {
    private static final Pattern RATE = Pattern.compile("(\\d{1,9})(?:/(\\d{1,9}))?");

    static Fps parse(String text) {
        Matcher matcher = RATE.matcher(text);
        if (matcher.matches()) {
            String denominator = matcher.group(2) == null ? "1" : matcher.group(2);
            Fps fps = new Fps(Integer.parseInt(matcher.group(1)), Integer.parseInt(denominator));
            if (fps.numerator > 0 && fps.denominator > 0) {
                return fps;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a frame rate, such as 30 or 30000/1001");
    }

    /** Returns the number of frames in the given time, at least one. */
    double framesIn(double seconds) {
        return Math.max(1, Math.rint(seconds * numerator / denominator));
    }
}
