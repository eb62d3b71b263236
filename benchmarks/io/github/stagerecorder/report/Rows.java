package io.github.stagerecorder.report;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Some lines of a table. */
record Rows(List<Map<String, String>> lines) {
    Rows where(String column, String value) {
        return new Rows(
                lines.stream().filter(line -> line.get(column).equals(value)).toList());
    }

    /** Each value of a column once, in the order of the lines. */
    List<String> each(String column) {
        return lines.stream().map(line -> line.get(column)).distinct().toList();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Returns the median over the rounds. */
    double median(String column) {
        return Numbers.median(
                lines.stream().mapToDouble(line -> number(line, column)).toArray());
    }

    static double number(Map<String, String> line, String column) {
        return Double.parseDouble(line.get(column));
    }

    /** Returns the median, the minimum and the maximum of the quotients, one for each round. */
    static String ratio(Rows ours, Rows peer, ToDoubleFunction<Rows> figure) {
        double[] ratios = ours.each("round").stream()
                .filter(round -> !peer.where("round", round).isEmpty())
                .mapToDouble(round -> figure.applyAsDouble(ours.where("round", round))
                        / figure.applyAsDouble(peer.where("round", round)))
                .sorted()
                .toArray();
        if (ratios.length == 0) {
            return "";
        }
        String median = Numbers.text(Numbers.median(ratios));
        return ratios.length == 1
                ? median
                : median + " (" + Numbers.text(ratios[0]) + "–" + Numbers.text(ratios[ratios.length - 1]) + ")";
    }
}
