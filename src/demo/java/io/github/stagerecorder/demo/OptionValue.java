package io.github.stagerecorder.demo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was given for one option. Each reading of it fails with a line that names both and says what is wanted. */
record OptionValue(String option, String text) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})x(\\d{1,9})");
    private static final Pattern RATE = Pattern.compile("(\\d{1,9})(?:/(\\d{1,9}))?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /** Width and height, both at least 1. */
    int[] size() {
        return positivePair(SIZE, "is no size: give width x height in pixels, such as 1280x720");
    }

    /** Numerator and denominator, both at least 1. */
    int[] rate() {
        return positivePair(RATE, "is no frame rate: give frames a second, such as 30 or 30000/1001");
    }

    private int[] positivePair(Pattern pattern, String complaint) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw refused(complaint);
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        if (first < 1 || second < 1) {
            throw refused(complaint);
        }
        return new int[] {first, second};
    }

    int frames() {
        int frames = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (frames < 1) {
            throw refused("is no number of frames: give a whole number from 1, such as 300");
        }
        return frames;
    }

    double seconds() {
        double seconds = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (seconds <= 0) {
            throw refused("is no length: give seconds above 0, such as 10 or 2.5");
        }
        return seconds;
    }

    /** What one of two words stands for. */
    <T> T oneOf(String firstWord, T first, String secondWord, T second) {
        if (text.equals(firstWord)) {
            return first;
        }
        if (text.equals(secondWord)) {
            return second;
        }
        throw refused("is not known: give " + firstWord + " or " + secondWord);
    }

    Path path() {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw refused("is no path: " + e.getReason());
        }
    }

    IllegalArgumentException refused(String complaint) {
        return new IllegalArgumentException(option + ": \"" + text + "\" " + complaint);
    }
}
