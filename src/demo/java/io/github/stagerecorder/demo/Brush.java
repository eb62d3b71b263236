package io.github.stagerecorder.demo;

/** Builds the shapes of the picture from triangles. Pixels are counted from the top left. */
final class Brush {
    private static final double SOFT_EDGE_PX = 1.2;
    private static final int BALL_CORNERS = 22;
    private static final int GLOW_CORNERS = 12;

    private final TriangleBatch triangles;

    Brush(TriangleBatch triangles) {
        this.triangles = triangles;
    }

    void rectangle(double left, double top, double right, double bottom, int colour) {
        gradient(left, top, right, bottom, colour, colour);
    }

    /** Adds a rectangle with a vertical gradient between two colours. */
    void gradient(double left, double top, double right, double bottom, int upper, int lower) {
        quad(left, top, right, top, upper, right, bottom, left, bottom, lower);
    }

    /** Adds a frame of the given thickness around a rectangle. */
    void frame(double left, double top, double right, double bottom, double thick, int colour) {
        rectangle(left - thick, top - thick, right + thick, top, colour);
        rectangle(left - thick, bottom, right + thick, bottom + thick, colour);
        rectangle(left - thick, top, left, bottom, colour);
        rectangle(right, top, right + thick, bottom, colour);
    }

    /**
     * Adds a shape with four corners, given in order around it. The first two have one colour, the others the second.
     */
    void quad(
            double ax,
            double ay,
            double bx,
            double by,
            int first,
            double cx,
            double cy,
            double dx,
            double dy,
            int second) {
        triangles.vertex(ax, ay, first);
        triangles.vertex(bx, by, first);
        triangles.vertex(cx, cy, second);
        triangles.vertex(ax, ay, first);
        triangles.vertex(cx, cy, second);
        triangles.vertex(dx, dy, second);
    }

    /** Adds a glow or a shadow: strongest in the middle and transparent at the rim. */
    void glow(double x, double y, double radiusX, double radiusY, int colour) {
        for (int i = 0; i < GLOW_CORNERS; i++) {
            double from = corner(i, GLOW_CORNERS);
            double to = corner(i + 1, GLOW_CORNERS);
            triangles.vertex(x, y, colour);
            triangles.vertex(x + radiusX * Math.cos(from), y + radiusY * Math.sin(from), Colour.withAlpha(colour, 0));
            triangles.vertex(x + radiusX * Math.cos(to), y + radiusY * Math.sin(to), Colour.withAlpha(colour, 0));
        }
    }

    /** Adds a ball that is lit from the upper left. */
    void ball(double x, double y, double radius, int lit, int rim) {
        for (int i = 0; i < BALL_CORNERS; i++) {
            double from = corner(i, BALL_CORNERS);
            double to = corner(i + 1, BALL_CORNERS);
            wedge(
                    x - 0.35 * radius,
                    y - 0.4 * radius,
                    lit,
                    rim,
                    x + radius * Math.cos(from),
                    y + radius * Math.sin(from),
                    x + radius * Math.cos(to),
                    y + radius * Math.sin(to));
        }
    }

    /** Adds a star, rotated by an angle. Its rays are lit on one side. */
    void star(double x, double y, double radius, int rays, double turn, int middle, int bright, int dark) {
        for (int i = 0; i < 2 * rays; i++) {
            double from = turn + corner(i, 2 * rays);
            double to = turn + corner(i + 1, 2 * rays);
            double fromRadius = i % 2 == 0 ? radius : 0.45 * radius;
            double toRadius = i % 2 == 0 ? 0.45 * radius : radius;
            wedge(
                    x,
                    y,
                    middle,
                    i % 2 == 0 ? bright : dark,
                    x + fromRadius * Math.cos(from),
                    y + fromRadius * Math.sin(from),
                    x + toRadius * Math.cos(to),
                    y + toRadius * Math.sin(to));
        }
    }

    private static double corner(int index, int count) {
        return 2 * Math.PI * index / count;
    }

    private void wedge(double hubX, double hubY, int hub, int rim, double ax, double ay, double bx, double by) {
        triangles.vertex(hubX, hubY, hub);
        triangles.vertex(ax, ay, rim);
        triangles.vertex(bx, by, rim);
        softEdge(ax, ay, bx, by, rim);
    }

    /**
     * Fades out on the left of the line from a to b as seen on the screen, which smooths edges without multisampling.
     */
    void softEdge(double ax, double ay, double bx, double by, int colour) {
        double lengthPx = Math.max(Math.hypot(bx - ax, by - ay), 1e-6);
        double outX = (by - ay) / lengthPx * SOFT_EDGE_PX;
        double outY = (ax - bx) / lengthPx * SOFT_EDGE_PX;
        quad(ax, ay, bx, by, colour, bx + outX, by + outY, ax + outX, ay + outY, Colour.withAlpha(colour, 0));
    }
}
