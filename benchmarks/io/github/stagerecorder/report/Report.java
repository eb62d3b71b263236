package io.github.stagerecorder.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the report of a benchmark run: {@code report.md} and charts, beside the tables that they are made from. The
 * report is rewritten after each line, so that it is complete whenever the run ends.
 */
public final class Report {
    public static final String END_TO_END = "end-to-end";
    public static final String COPIES = "copies";

    /** The pace of a recording that is not paced. */
    public static final String UNPACED = "as fast as possible";

    private Report() {}

    /** Rewrites the report of an earlier run. The argument is its folder. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    public static void write(Path folder) throws IOException {
        Rows endToEnd = Results.read(folder, END_TO_END);
        Page page = new Page("Benchmark report");
        Path machine = folder.resolve("machine.md");
        page.text(Files.exists(machine) ? Files.readString(machine) : "");
        if (!endToEnd.isEmpty()) {
            EndToEndReport.write(page, endToEnd, folder);
        }
        CopiesReport.write(page, Results.read(folder, COPIES));
        Files.writeString(folder.resolve("report.md"), page.toString());
    }
}
