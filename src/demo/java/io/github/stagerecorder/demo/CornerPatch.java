package io.github.stagerecorder.demo;

/**
 * A patch of one solid colour in each corner of the picture, an eighth of its width and height. The patches show
 * whether a picture is upside down, mirrored, cropped or has wrong colours. The colours survive limited-range YUV.
 */
public enum CornerPatch {
    /** The red patch. */
    TOP_LEFT(0, 0, 200, 40, 40),
    /** The green patch. */
    TOP_RIGHT(7, 0, 40, 170, 70),
    /** The blue patch. */
    BOTTOM_LEFT(0, 7, 45, 75, 200),
    /** The yellow patch. */
    BOTTOM_RIGHT(7, 7, 220, 190, 50);

    private static final int PARTS = 8;

    private final int column;
    private final int row;
    private final int red;
    private final int green;
    private final int blue;

    CornerPatch(int column, int row, int red, int green, int blue) {
        this.column = column;
        this.row = row;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** Returns the red component, 0 to 255. */
    public int red() {
        return red;
    }

    /** Returns the green component, 0 to 255. */
    public int green() {
        return green;
    }

    /** Returns the blue component, 0 to 255. */
    public int blue() {
        return blue;
    }

    /** Returns the x coordinate of its centre, from the left edge of the picture. */
    public int centreXPx(int widthPx) {
        return (2 * column + 1) * widthPx / (2 * PARTS);
    }

    /** Returns the y coordinate of its centre, from the top edge of the picture. */
    public int centreYPx(int heightPx) {
        return (2 * row + 1) * heightPx / (2 * PARTS);
    }

    float leftPx(int widthPx) {
        return (float) column * widthPx / PARTS;
    }

    float topPx(int heightPx) {
        return (float) row * heightPx / PARTS;
    }

    float rightPx(int widthPx) {
        return (float) (column + 1) * widthPx / PARTS;
    }

    float bottomPx(int heightPx) {
        return (float) (row + 1) * heightPx / PARTS;
    }
}
