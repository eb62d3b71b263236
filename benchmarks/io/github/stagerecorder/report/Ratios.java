package io.github.stagerecorder.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares StageRecorder with the best peer of each size, the one with the most frames per second as fast as possible.
 */
final class Ratios {
    private final Page page;
    private final Rows all;

    private Ratios(Page page, Rows all) {
        this.page = page;
        this.all = all;
    }

    static void write(Page page, Rows all) {
        page.heading("Ratios")
                .text("Ours divided by the best peer's in the same round; the best peer is the one with"
                        + " most frames a second. Median (least–greatest) of the rounds.\n");
        Ratios ratios = new Ratios(page, all);
        ratios.unpaced();
        ratios.paced();
    }

    private void unpaced() {
        Rows unpaced = all.where("pace", Report.UNPACED);
        MarkdownTable table = new MarkdownTable("size", "best peer", "frames/s", "CPU a frame", "peak RSS");
        for (String size : unpaced.each("size")) {
            Rows rows = unpaced.where("size", size);
            String peer = bestPeer(size);
            table.row(
                    size,
                    peer,
                    ratio(rows, peer, "framesPerSecond"),
                    ratio(rows, peer, "cpuMsPerFrame"),
                    ratio(rows, peer, "peakRssMb"));
        }
        page.text(table);
    }

    /**
     * Shows what recording adds in two ways: compared with a bare read in the same process, and with the read-only run.
     */
    private void paced() {
        MarkdownTable table = new MarkdownTable(
                "paced",
                "best peer",
                "µs beyond a bare read, ours / its",
                "ratio",
                "µs beyond the row `read only`, ours / its",
                "ratio");
        for (String pace : paces()) {
            for (String size : all.where("pace", pace).each("size")) {
                Rows rows = all.where("pace", pace).where("size", size);
                String peer = bestPeer(size);
                ToDoubleFunction<Rows> beyondRow = of -> EndToEndReport.beyondReadOnlyUs(of, rows);
                table.row(
                        pace + ", " + size,
                        peer,
                        both(rows, peer, EndToEndReport::beyondBareReadUs),
                        ratio(rows, peer, EndToEndReport::beyondBareReadUs),
                        both(rows, peer, beyondRow),
                        ratio(rows, peer, beyondRow));
            }
        }
        page.text(table);
    }

    private List<String> paces() {
        return all.each("pace").stream()
                .filter(pace -> !pace.equals(Report.UNPACED))
                .toList();
    }

    /** Falls back to the peer that delays the render thread least if there is no run as fast as possible. */
    private String bestPeer(String size) {
        Rows peers = all.where("size", size).where("kind", "peer");
        Rows unpaced = peers.where("pace", Report.UNPACED);
        return unpaced.isEmpty()
                ? best(peers, of -> -of.median("recorderMedianUs"))
                : best(unpaced, of -> of.median("framesPerSecond"));
    }

    private static String best(Rows peers, ToDoubleFunction<Rows> merit) {
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

    private static String both(Rows rows, String peer, ToDoubleFunction<Rows> figure) {
        return Numbers.text(figure.applyAsDouble(rows.where("kind", "ours"))) + " / "
                + Numbers.text(figure.applyAsDouble(rows.where("way", peer)));
    }
}
