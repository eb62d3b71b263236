package io.github.stagerecorder.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws when each frame is on which thread, as SVG, from a table of times in microseconds. */
public final class TimelineChart {
    /** When a frame's steps begin or end, in their order. */
    public static final List<String> COLUMNS =
            List.of("drawing", "capturing", "captured", "pushed", "encoded", "freed");

    private static final String NAME = "frame-timeline";
    private static final List<String> COLOURS = List.of("#d1495b", "#30638e", "#2a9d6f", "#8d6a9f");
    private static final String PALE = "#c9ced6";

    /** A row of the picture: a thread or a place, and from when to when a frame is there. */
    private record Lane(String title, String subtitle, String from, String until, int rows) {}

    private static final List<Lane> LANES = List.of(
            new Lane("render thread", "draw (grey), capture (coloured)", "capturing", "captured", 1),
            new Lane("encoder thread", "notice, convert to I420, push", "captured", "pushed", 1),
            new Lane("GStreamer's threads", "encode by x264", "pushed", "encoded", 3),
            new Lane("the planes' slot", "lent to the encoder, until it is free", "pushed", "freed", 4));

    private static final int NAMES_PX = 235;
    private static final int WIDTH_PX = 980;
    private static final int TOP_PX = 62;
    private static final int ROW_PX = 16;
    private static final int GAP_PX = 22;

    private final StringBuilder svg = new StringBuilder();
    private final List<Map<String, String>> frames;
    private final double pxPerUs;

    private TimelineChart(List<Map<String, String>> frames) {
        this.frames = frames;
        double lastUs =
                frames.stream().mapToDouble(frame -> us(frame, "freed")).max().orElseThrow();
        pxPerUs = (WIDTH_PX - NAMES_PX - 30) / lastUs;
    }

    /** Draws the table in this folder again. The argument is the folder. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Draws the table in this folder into a picture beside it. */
    public static void write(Path folder) throws IOException {
        String picture = new TimelineChart(Results.read(folder, NAME).lines()).draw();
        Files.writeString(folder.resolve(NAME + ".svg"), picture);
    }

    private String draw() {
        int heightPx = TOP_PX
                + LANES.stream().mapToInt(lane -> lane.rows * ROW_PX + GAP_PX).sum()
                + 34;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">",
                WIDTH_PX, heightPx);
        add("<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"white\"/>");
        text(
                14,
                28,
                "font-size=\"17\" font-weight=\"bold\"",
                "Four frames through the threads, 1280x720 at 30 a second");
        drawAxis(heightPx);
        int topPx = TOP_PX;
        for (Lane lane : LANES) {
            drawLane(lane, topPx);
            topPx += lane.rows * ROW_PX + GAP_PX;
        }
        return add("</svg>").toString();
    }

    /** A line for every twenty milliseconds. */
    private void drawAxis(int heightPx) {
        for (int ms = 0; xPx(ms * 1000) < WIDTH_PX - 25; ms += 20) {
            add(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#e3e6ea\"/>",
                    xPx(ms * 1000), TOP_PX - 12, xPx(ms * 1000), heightPx - 30);
            text((int) xPx(ms * 1000), heightPx - 12, "text-anchor=\"middle\" font-size=\"11\"", ms + " ms");
        }
    }

    private void drawLane(Lane lane, int topPx) {
        text(14, topPx + 10, "font-weight=\"bold\"", lane.title);
        text(14, topPx + 26, "font-size=\"11\"", lane.subtitle);
        for (int i = 0; i < frames.size(); i++) {
            Map<String, String> frame = frames.get(i);
            int yPx = topPx + i % lane.rows * ROW_PX;
            if (lane.from.equals("capturing")) {
                bar(frame, "drawing", "capturing", yPx, PALE);
            }
            bar(frame, lane.from, lane.until, yPx, COLOURS.get(i % COLOURS.size()));
        }
    }

    private void bar(Map<String, String> frame, String from, String until, int yPx, String colour) {
        double leftPx = xPx(us(frame, from));
        double rightPx = xPx(us(frame, until));
        add(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
                leftPx, yPx, Math.max(2.5, rightPx - leftPx), ROW_PX - 3, colour);
    }

    private double xPx(double us) {
        return NAMES_PX + us * pxPerUs;
    }

    private static double us(Map<String, String> frame, String column) {
        return Rows.number(frame, column);
    }

    private void text(int x, int y, String style, String text) {
        add("<text x=\"%d\" y=\"%d\" fill=\"#222\" %s>%s</text>", x, y, style, text);
    }

    private StringBuilder add(String format, Object... values) {
        return svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
