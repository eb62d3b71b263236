package io.github.stagerecorder.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The tables and charts of the recordings. Every figure is the median of the rounds. */
final class EndToEndReport {
    private static final double US_PER_MS = 1e3;

    private final Page page;
    private final Rows all;
    private final Path folder;

    private EndToEndReport(Page page, Rows all, Path folder) {
        this.page = page;
        this.all = all;
        this.folder = folder;
    }

    static void write(Page page, Rows all, Path folder) throws IOException {
        EndToEndReport report = new EndToEndReport(page, all, folder);
        Ratios.write(page, all);
        for (String pace : all.each("pace")) {
            for (String size : all.where("pace", pace).each("size")) {
                Rows rows = all.where("pace", pace).where("size", size);
                page.heading(size + ", " + pace).text(pace.equals(Report.UNPACED) ? unpaced(rows) : paced(rows));
            }
        }
        report.charts();
    }

    private static MarkdownTable unpaced(Rows rows) {
        MarkdownTable table = new MarkdownTable(
                "",
                "frames/s",
                "CPU ms a frame",
                "peak RSS MB",
                "in the recorder, median / p99 ms",
                "with drawing, median ms",
                "heap B a frame: render / other threads",
                "missing",
                "file MB");
        for (String way : rows.each("way")) {
            Rows of = rows.where("way", way);
            table.row(
                    way,
                    text(of, "framesPerSecond"),
                    text(of, "cpuMsPerFrame"),
                    text(of, "peakRssMb"),
                    ms(of, "recorderMedianUs") + " / " + ms(of, "recorderP99Us"),
                    ms(of, "frameMedianUs"),
                    heap(of),
                    text(of, "dropped"),
                    text(of, "fileMb"));
        }
        return table;
    }

    private static MarkdownTable paced(Rows rows) {
        MarkdownTable table = new MarkdownTable(
                "",
                "in the recorder, median / p99 ms",
                "beyond a bare read, ms",
                "with drawing, median / p99 ms",
                "beyond the row `read only`, ms",
                "dropped of",
                "CPU ms a frame",
                "heap B a frame: render / other threads");
        for (String way : rows.each("way")) {
            Rows of = rows.where("way", way);
            table.row(
                    way,
                    ms(of, "recorderMedianUs") + " / " + ms(of, "recorderP99Us"),
                    Numbers.text(beyondBareReadUs(of) / US_PER_MS),
                    ms(of, "frameMedianUs") + " / " + ms(of, "frameP99Us"),
                    Numbers.text(beyondReadOnlyUs(of, rows) / US_PER_MS),
                    text(of, "dropped") + " of " + text(of, "frames"),
                    text(of, "cpuMsPerFrame"),
                    heap(of));
        }
        return table;
    }

    static double beyondBareReadUs(Rows rows) {
        return rows.median("recorderMedianUs") - rows.median("bareReadMedianUs");
    }

    /** Compares with the read-only run of the same round. */
    static double beyondReadOnlyUs(Rows of, Rows all) {
        return Numbers.median(of.each("round").stream()
                .mapToDouble(round -> of.where("round", round).median("frameMedianUs")
                        - all.where("round", round).where("way", "read only").median("frameMedianUs"))
                .toArray());
    }

    private static String text(Rows rows, String column) {
        return Numbers.text(rows.median(column));
    }

    private static String ms(Rows rows, String column) {
        return Numbers.text(rows.median(column) / US_PER_MS);
    }

    private static String heap(Rows rows) {
        return text(rows, "renderThreadBytesPerFrame") + " / " + text(rows, "otherThreadsBytesPerFrame");
    }

    private void charts() throws IOException {
        page.heading("Charts");
        Rows unpaced = all.where("pace", Report.UNPACED);
        chart(
                "frames-per-second",
                "Frames a second, file finished, as fast as possible (more is better)",
                unpaced,
                rows -> rows.median("framesPerSecond"));
        chart(
                "cpu",
                "CPU milliseconds a frame, as fast as possible (less is better)",
                unpaced,
                rows -> rows.median("cpuMsPerFrame"));
        chart("memory", "Peak resident memory, MB (less is better)", unpaced, rows -> rows.median("peakRssMb"));
        for (String pace : all.each("pace")) {
            if (!pace.equals(Report.UNPACED)) {
                String name = pace.replace(" ", "-");
                chart(
                        "recorder-at-" + name,
                        "Render thread in the recorder, median ms a frame, paced at " + pace,
                        all.where("pace", pace),
                        rows -> rows.median("recorderMedianUs") / US_PER_MS);
                chart(
                        "p99-at-" + name,
                        "Render thread in the recorder, p99 ms a frame, paced at " + pace,
                        all.where("pace", pace),
                        rows -> rows.median("recorderP99Us") / US_PER_MS);
            }
        }
    }

    private void chart(String name, String title, Rows rows, ToDoubleFunction<Rows> figure) throws IOException {
        List<BarChart.Panel> panels = rows.each("size").stream()
                .map(size -> panel(size, rows.where("size", size), rows.each("way"), figure))
                .toList();
        if (!panels.isEmpty()) {
            Files.writeString(folder.resolve(name + ".svg"), BarChart.draw(title, panels));
            page.text("![" + title + "](" + name + ".svg)\n");
        }
    }

    private static BarChart.Panel panel(String size, Rows rows, List<String> ways, ToDoubleFunction<Rows> figure) {
        return new BarChart.Panel(
                size,
                ways.stream()
                        .map(way -> new BarChart.Bar(way, figure.applyAsDouble(rows.where("way", way))))
                        .toList());
    }
}
