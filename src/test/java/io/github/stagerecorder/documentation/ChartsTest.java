package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.FrameTimes;
import io.github.stagerecorder.report.Report;
import io.github.stagerecorder.report.TimelineChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The charts on the pages are those that programs draw from the figures beside them. */
class ChartsTest {
    private static final Path REPORT = Path.of("benchmarks/report");
    private static final Path PICTURES = Path.of("docs/pictures");

    @TempDir
    Path folder;

    @Test
    void shouldDrawTheBenchmarksFromTheirFigures() throws IOException {
        copy(REPORT, Report.END_TO_END + ".csv");
        Report.write(folder);
        assertEquals(charts(REPORT), charts(folder));
        assertTrue(charts(folder).size() > 2);
        for (String chart : charts(folder)) {
            assertSame(REPORT, chart);
        }
        List<String> published = Files.readAllLines(REPORT.resolve("report.md"));
        List<String> tables = Files.readAllLines(folder.resolve("report.md")).stream()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertTrue(published.containsAll(tables));
        assertTrue(tables.size() > 20);
    }

    @Test
    void shouldDrawTheTimelineFromItsFigures() throws IOException {
        copy(PICTURES, "frame-timeline.csv");
        TimelineChart.write(folder);
        assertSame(PICTURES, "frame-timeline.svg");
    }

    /** A frame is at each place after the one before, on any machine. */
    @Test
    @Timeout(120)
    void shouldMeasureATimeline() throws Exception {
        Process process = ChildJvm.of(FrameTimes.class, folder.toString()).start();
        String printed = ChildJvm.printed(process);
        assertEquals(0, process.waitFor(), printed);
        List<String> frames = Files.readAllLines(folder.resolve("frame-timeline.csv"));
        assertEquals(5, frames.size());
        for (String frame : frames.subList(1, 5)) {
            List<Long> times = Stream.of(frame.split(",")).map(Long::valueOf).toList();
            List<Long> onTheWay = times.subList(0, TimelineChart.COLUMNS.indexOf("pushed") + 1);
            assertEquals(onTheWay.stream().sorted().toList(), onTheWay, frame);
            assertTrue(times.get(times.size() - 1) > onTheWay.get(onTheWay.size() - 1), frame);
        }
    }

    private void copy(Path from, String name) throws IOException {
        Files.copy(from.resolve(name), folder.resolve(name));
    }

    private void assertSame(Path published, String chart) throws IOException {
        assertEquals(Files.readString(published.resolve(chart)), Files.readString(folder.resolve(chart)), chart);
    }

    private static List<String> charts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }
}
