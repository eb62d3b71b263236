package io.github.stagerecorder.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** A width and a height, both at least 1. */
record PixelSize(int widthPx, int heightPx) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})x(\\d{1,9})");

    static PixelSize parse(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (matcher.matches()) {
            PixelSize size = new PixelSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (size.widthPx > 0 && size.heightPx > 0) {
                return size;
            }
        }
        throw new TypeConversionException("'" + text + "' is not width x height in pixels, such as 1280x720");
    }
}
