package io.github.stagerecorder.report;

import java.util.List;
import java.util.Locale;

/** Draws horizontal bars in panels side by side, as SVG. Bars of StageRecorder have another colour. */
final class BarChart {
    /** One bar. */
    record Bar(String name, double value) {}

    /** A group of bars with its own scale. */
    record Panel(String title, List<Bar> bars) {}

    private static final String OURS = "StageRecorder";
    private static final int NAMES_PX = 215;
    private static final int PANEL_PX = 270;
    private static final int LONGEST_PX = 190;
    private static final int ROW_PX = 26;
    private static final int TOP_PX = 74;

    private final StringBuilder svg = new StringBuilder();

    private BarChart() {}

    static String draw(String title, List<Panel> panels) {
        return new BarChart().svg(title, panels);
    }

    private String svg(String title, List<Panel> panels) {
        int rows = panels.get(0).bars().size();
        int widthPx = NAMES_PX + panels.size() * PANEL_PX;
        int heightPx = TOP_PX + rows * ROW_PX + 16;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">",
                widthPx, heightPx);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        text(12, 28, "font-size=\"17\" font-weight=\"bold\"", title);
        for (int row = 0; row < rows; row++) {
            text(
                    NAMES_PX - 10,
                    baseline(row),
                    "text-anchor=\"end\"",
                    panels.get(0).bars().get(row).name());
        }
        for (int i = 0; i < panels.size(); i++) {
            panel(NAMES_PX + i * PANEL_PX, panels.get(i));
        }
        return add("</svg>").toString();
    }

    private void panel(int leftPx, Panel panel) {
        text(leftPx, TOP_PX - 14, "font-weight=\"bold\"", panel.title());
        double most = panel.bars().stream().mapToDouble(Bar::value).max().orElse(1);
        for (int row = 0; row < panel.bars().size(); row++) {
            Bar bar = panel.bars().get(row);
            double lengthPx = most > 0 ? LONGEST_PX * Math.max(0, bar.value()) / most : 0;
            String colour = bar.name().startsWith(OURS) ? "#d1495b" : "#7d97b5";
            add(
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                    leftPx, TOP_PX + row * ROW_PX + 3, lengthPx, ROW_PX - 6, colour);
            text(leftPx + (int) lengthPx + 5, baseline(row), "", Numbers.text(bar.value()));
        }
    }

    private static int baseline(int row) {
        return TOP_PX + row * ROW_PX + 18;
    }

    private void text(int x, int y, String style, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        add("<text x=\"%d\" y=\"%d\" fill=\"#222\" %s>%s</text>", x, y, style, escaped);
    }

    private StringBuilder add(String format, Object... values) {
        return svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
