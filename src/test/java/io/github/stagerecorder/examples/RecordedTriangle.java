package io.github.stagerecorder.examples;

import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;

/**
 * The file of an example. Before a dark background, a triangle moves from side to side. Its left corner is red, its
 * right corner is green, and its tip, which is up, is blue.
 */
final class RecordedTriangle {
    private static final int BACKGROUND = 0x1A1A33;
    private static final int TOLERANCE = 12;
    private static final int CLEAR = 40; // how much stronger a corner's colour is than the others
    private static final double SMALLEST_MOVE = 0.01; // of the width

    private final Path file;
    private final int widthPx;
    private final int heightPx;
    private int leftmostPx = Integer.MAX_VALUE;
    private int rightmostPx;
    private int pictures;

    RecordedTriangle(Path file, int widthPx, int heightPx) {
        this.file = file;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** Looks at every picture, and returns how many there are. */
    int check() {
        boolean isStream = file.toString().endsWith(".ts"); // which may end inside a frame
        DecodedVideo video = isStream ? DecodedVideo.ofCutOff(file) : DecodedVideo.of(file);
        int foundWidthPx = video.info().widthPx();
        int foundHeightPx = video.info().heightPx();
        require(
                foundWidthPx == widthPx && foundHeightPx == heightPx,
                "the size is " + foundWidthPx + "x" + foundHeightPx);
        video.forEach(PixelLayout.RGB, (index, pixels) -> check(new RgbPicture(widthPx, heightPx, pixels)));
        int movedPx = rightmostPx - leftmostPx;
        require(movedPx >= SMALLEST_MOVE * widthPx, "the triangle has moved by " + movedPx + " px");
        System.out.println(file + ": all " + pictures + " pictures are as drawn");
        return pictures;
    }

    /** Looks at the only picture. */
    void checkPicture() {
        check(DecodedPicture.of(file, widthPx, heightPx));
    }

    private void check(RgbPicture picture) {
        for (int xPx : new int[] {0, widthPx - 1}) {
            requireBackground(picture, xPx, 0);
            requireBackground(picture, xPx, heightPx - 1);
        }
        requireBackground(picture, (int) (0.975 * widthPx), (int) (0.045 * heightPx)); // where the screen has a mark
        int yPx = (int) (0.82 * heightPx);
        int leftPx = edge(picture, yPx, 0, 1);
        int rightPx = edge(picture, yPx, widthPx - 1, -1);
        int insetPx = widthPx / 50;
        requireColour("left corner", picture.at(leftPx + insetPx, yPx), 16);
        requireColour("right corner", picture.at(rightPx - insetPx, yPx), 8);
        requireColour("tip", picture.at((leftPx + rightPx) / 2, (int) (0.2 * heightPx)), 0);
        leftmostPx = Math.min(leftmostPx, leftPx);
        rightmostPx = Math.max(rightmostPx, leftPx);
        pictures++;
    }

    private void requireBackground(RgbPicture picture, int xPx, int yPx) {
        require(isBackground(picture.at(xPx, yPx)), String.format("%06x at %d, %d", picture.at(xPx, yPx), xPx, yPx));
    }

    private static boolean isBackground(int rgb) {
        return RgbPicture.difference(BACKGROUND, rgb) <= TOLERANCE;
    }

    /** Returns where the triangle begins in a row. */
    private int edge(RgbPicture picture, int yPx, int fromPx, int stepPx) {
        int xPx = fromPx;
        while (isBackground(picture.at(xPx, yPx))) {
            xPx += stepPx;
            require(xPx >= 0 && xPx < widthPx, "there is no triangle");
        }
        return xPx;
    }

    private void requireColour(String where, int rgb, int shift) {
        int strongest = rgb >> shift & 0xFF;
        int others = Math.max(rgb >> (shift + 8) % 24 & 0xFF, rgb >> (shift + 16) % 24 & 0xFF);
        require(strongest >= others + CLEAR, String.format("%s: %06x", where, rgb));
    }

    private void require(boolean holds, String otherwise) {
        ExampleProcess.require(holds, file + ", picture " + pictures + ": " + otherwise);
    }
}
