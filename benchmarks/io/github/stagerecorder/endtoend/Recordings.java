package io.github.stagerecorder.endtoend;

import io.github.stagerecorder.Size;
import io.github.stagerecorder.report.Report;
import io.github.stagerecorder.report.Results;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a recording in a temporary file and adds a line to the results and the report. */
final class Recordings {
    /** A system property: the factor by which every recording is longer or shorter. */
    private static final String LENGTH = "benchmark.length";

    private static final int FEWEST_FRAMES = 12;

    private Recordings() {}

    static void record(Size size, int fps, boolean paced, int frames, Way way, int round) throws Exception {
        double length = Double.parseDouble(System.getProperty(LENGTH, "1"));
        Path folder = Files.createTempDirectory("stagerecorder-");
        Path file = folder.resolve("stage" + way.extension());
        try {
            Shot shot = new Shot(
                    size.widthPx(),
                    size.heightPx(),
                    fps,
                    paced,
                    Math.max(FEWEST_FRAMES, (int) (frames * length)),
                    file);
            note(shot, way, round, Run.measure(shot, way));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void note(Shot shot, Way way, int round, Figures figures)
            throws IOException, ReflectiveOperationException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pace", shot.paced() ? shot.fps() + " fps" : Report.UNPACED);
        row.put("round", round);
        row.put("size", shot.sizeText());
        row.put("way", way.title);
        row.put("kind", way.kind());
        row.put("frames", shot.frames());
        for (Field field : Figures.class.getFields()) {
            row.put(field.getName(), field.getDouble(figures));
        }
        Results.noteMachine(figures.driver);
        Results.add(Report.END_TO_END, row);
        Report.write(Results.folder());
        System.out.println(row);
    }
}
