package io.github.stagerecorder.soak;

import io.github.stagerecorder.BinInput;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.faults.Closing;
import io.github.stagerecorder.faults.WatchedRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that records small frames for a long time and prints how much it has grown. */
public final class LongLife implements AutoCloseable {
    private static final int SIDE_PX = 64;
    private static final int SAMPLES = 60;
    private static final List<String> CONTAINERS = List.of("mkv", "mp4", "webm", "ogg");

    /** One in this many cycles keeps its files for inspection. */
    private static final int CYCLES_PER_FILE = 10;

    private final OffscreenSurface surface = new OffscreenSurface(SIDE_PX, SIDE_PX);
    private final Stage stage = new Stage(SIDE_PX, SIDE_PX);
    private final ResourceLog log = new ResourceLog();
    private final Path folder;
    private final int frames;
    private final long samplePeriod;
    private long painted;

    private LongLife(Path folder, int frames, int cycles) {
        this.folder = folder;
        this.frames = frames;
        samplePeriod = Math.max(1, (long) frames * cycles / SAMPLES);
    }

    /**
     * The arguments are the folder, the number of simultaneous recorders, the frames for each, the number of cycles,
     * and whether to make garbage.
     */
    public static void main(String[] arguments) {
        int recorders = Integer.parseInt(arguments[1]);
        int frames = Integer.parseInt(arguments[2]);
        int cycles = Integer.parseInt(arguments[3]);
        try (LongLife life = new LongLife(Path.of(arguments[0]), frames, cycles)) {
            if (Boolean.parseBoolean(arguments[4])) {
                life.recordAmongGarbage(recorders);
            } else {
                life.record(recorders, cycles);
            }
            System.out.println(life.log.growth().line());
        }
    }

    private void recordAmongGarbage(int recorders) {
        try (Garbage garbage = new Garbage()) {
            record(recorders, 1);
            require(Garbage.collections() > 0, "no collection while there was " + garbage);
        }
    }

    private void record(int recorders, int cycles) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < recorders; i++) {
                String container = CONTAINERS.get((cycle / CYCLES_PER_FILE + i) % CONTAINERS.size());
                files.add(folder.resolve(cycle + "-" + i + "." + container));
            }
            record(files);
            if (cycle % CYCLES_PER_FILE != 0) {
                files.forEach(file -> require(file.toFile().delete(), "no file " + file));
            }
        }
    }

    private void record(List<Path> files) {
        List<WatchedRecorder> recorders = files.stream().map(LongLife::open).toList();
        List<Long> slots = slotAddresses(recorders);
        for (int number = 0; number < frames; number++) {
            stage.draw(number, number / 30.0);
            for (WatchedRecorder recorder : recorders) {
                recorder.capture(number);
            }
            if (painted++ % samplePeriod == 0) {
                log.sample();
            }
        }
        require(slots.equals(slotAddresses(recorders)), "the slots have moved");
        recorders.forEach(this::end);
    }

    private static WatchedRecorder open(Path file) {
        return new WatchedRecorder(
                StageRecorder.builder(file).size(SIDE_PX, SIDE_PX).timing(Timing.FRAME_BY_FRAME));
    }

    private static List<Long> slotAddresses(List<WatchedRecorder> recorders) {
        return recorders.stream()
                .flatMap(r -> new BinInput(r.recorder()).pushedAddresses().stream())
                .toList();
    }

    private void end(WatchedRecorder recorder) {
        try (recorder) {
            Closing closing = recorder.end();
            require(closing.kind() == null && closing.outcome().stats().delivered() == frames, closing.toString());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    @Override
    public void close() {
        try (surface) {
            stage.close();
        }
    }
}
