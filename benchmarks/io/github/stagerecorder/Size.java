package io.github.stagerecorder;

/** A benchmark parameter such as 1920x1080. */
public record Size(int widthPx, int heightPx) {
    public static Size parse(String text) {
        String[] sides = text.split("x");
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
