package io.github.stagerecorder.report;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** Ours against the best peer of each size: the one that has most frames a second as fast as possible. */
final class Ratios {
    private Ratios() {}

    static void write(MarkdownTable.Page page, Rows all) {
        page.heading("Ratios")
                .text("Ours divided by the best peer's in the same round: median (least–greatest) of the rounds.\n");
        Rows unpaced = all.where("pace", "as fast as possible");
        MarkdownTable table = new MarkdownTable("size", "best peer", "frames/s", "CPU a frame", "peak RSS");
        for (String size : unpaced.each("size")) {
            Rows rows = unpaced.where("size", size);
            String best = best(rows, of -> of.median("framesPerSecond"));
            table.row(size, best, ratio(rows, best, "framesPerSecond"), ratio(rows, best, "cpuMsPerFrame"),
                    ratio(rows, best, "peakRssMb"));
        }
        page.text(table).text(paced(all));
    }

    /** Paced, the best peer is the one that adds least to the median. */
    private static MarkdownTable paced(Rows all) {
        MarkdownTable table = new MarkdownTable("pace and size", "adds least to a bare read", "added, ours ÷ its",
                "adds least to the row `read only`", "added, ours ÷ its");
        for (String pace : all.each("pace")) {
            for (String size : pace.endsWith("fps") ? all.where("pace", pace).each("size") : java.util.List.<String>of()) {
                Rows rows = all.where("pace", pace).where("size", size);
                ToDoubleFunction<Rows> beyondRow = of -> of.median("frameMedianUs")
                        - rows.where("way", "read only").where("round", of.each("round").get(0)).median("frameMedianUs");
                String inside = best(rows, of -> -EndToEndReport.beyondBareReadUs(of));
                String outside = best(rows, of -> -beyondRow.applyAsDouble(of));
                table.row(pace + ", " + size, inside, ratio(rows, inside, EndToEndReport::beyondBareReadUs), outside,
                        ratio(rows, outside, beyondRow));
            }
        }
        return table;
    }

    private static String best(Rows rows, ToDoubleFunction<Rows> merit) {
        Rows peers = rows.where("kind", "peer");
        return peers.each("way").stream()
                .max(Comparator.comparingDouble(way -> merit.applyAsDouble(peers.where("way", way))))
                .orElse("");
    }

    private static String ratio(Rows rows, String peer, String column) {
        return ratio(rows, peer, of -> of.median(column));
    }

    private static String ratio(Rows rows, String peer, ToDoubleFunction<Rows> figure) {
        return Rows.ratio(rows.where("kind", "ours"), rows.where("way", peer), figure);
    }
}
