package io.github.stagerecorder.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables that a run's forks write, one CSV file each, in a folder for each run. */
public final class Results {
    private static final Path ALL = Path.of("target", "benchmarks");

    private Results() {}

    /** Returns the run's folder. Its name is the start time of JMH, the parent process. */
    public static Path folder() throws IOException {
        ProcessHandle jmh = ProcessHandle.current().parent().orElseThrow();
        Instant start = jmh.info().startInstant().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
        return Files.createDirectories(ALL.resolve(start.toString().replace(":", "")));
    }

    /** Adds a line. The first line defines the columns. */
    public static void add(String table, Map<String, ?> row) throws IOException {
        Path file = folder().resolve(table + ".csv");
        if (!Files.exists(file)) {
            append(file, String.join(",", row.keySet()));
        }
        append(
                file,
                row.values().stream()
                        .map(value -> value.toString().replace(',', ';'))
                        .collect(Collectors.joining(",")));
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Returns all lines, keyed by column name. The result is empty if the table does not exist. */
    static Rows read(Path folder, String table) throws IOException {
        Path file = folder.resolve(table + ".csv");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of("");
        String[] columns = lines.get(0).split(",");
        return new Rows(lines.stream()
                .skip(1)
                .map(line -> row(columns, line.split(",", -1)))
                .toList());
    }

    private static Map<String, String> row(String[] columns, String[] values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], values[i]);
        }
        return row;
    }

    /**
     * Records what the figures were measured on. Call this when the measurement is over, because it loads GStreamer.
     */
    public static void noteMachine(String driver) throws IOException {
        Path file = folder().resolve("machine.md");
        if (!Files.exists(file)) {
            Files.writeString(file, Machine.describe(driver));
        }
    }
}
