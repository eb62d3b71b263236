package io.github.stagerecorder;

import static org.lwjgl.opengl.GL11C.glFinish;

import com.sun.jna.Callback;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.report.TimelineChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Measures when each frame of a recording reaches which thread, and writes four frames in a row into a table and its
 * picture: {@code docs/pictures/frame-timeline.csv} and {@code .svg}. Of all such rows it takes the one whose frames
 * take the median time.
 */
public final class FrameTimes {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;
    private static final int FPS = 30;
    private static final int FRAMES = 150;
    private static final int WARM_UP = 60;
    private static final int SHOWN = 4;

    /** Called when GStreamer frees the memory of a frame, and with it the slot. */
    private interface Freed extends Callback {
        void freed(Pointer data, Pointer memory);
    }

    private final long[][] times = new long[TimelineChart.COLUMNS.size()][FRAMES];
    private final AtomicInteger pushed = new AtomicInteger();
    private final AtomicInteger encoded = new AtomicInteger();
    private final Queue<Freed> callbacks = new ConcurrentLinkedQueue<>(); // JNA keeps none alive
    private final NativeLibrary gst = NativeLibrary.getInstance("gstreamer-1.0");

    private FrameTimes() {}

    /** The argument is the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        FrameTimes measured = new FrameTimes();
        measured.record();
        Files.writeString(folder.resolve("frame-timeline.csv"), measured.table(measured.median()));
        TimelineChart.write(folder);
    }

    private void record() throws IOException {
        Path file = Files.createTempFile("stagerecorder-", ".mp4");
        try (OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx());
                StageRecorder recorder = StageRecorder.builder(file)
                        .overwrite(true)
                        .frameRate(FPS)
                        .start()) {
            BinInput input = new BinInput(recorder);
            watchInput(input.pad());
            watchOutput(input.ofFactory("x264enc").getStaticPad("src"));
            play(stage, recorder);
        } finally {
            Files.delete(file);
        }
    }

    private void watchInput(Pad pad) {
        pad.addDataProbe((probed, buffer) -> {
            int frame = pushed.getAndIncrement();
            set("pushed", frame);
            Freed callback = (data, freed) -> set("freed", frame);
            callbacks.add(callback);
            Pointer memory = gst.getFunction("gst_buffer_peek_memory")
                    .invokePointer(new Object[] {Natives.getRawPointer(buffer), 0});
            gst.getFunction("gst_mini_object_weak_ref").invokeVoid(new Object[] {memory, callback, null});
            return PadProbeReturn.OK;
        });
    }

    private void watchOutput(Pad pad) {
        pad.addDataProbe((probed, buffer) -> {
            set("encoded", encoded.getAndIncrement());
            return PadProbeReturn.OK;
        });
    }

    /** A turn that comes too soon after the last one is skipped by the recorder, and has no frame. */
    private void play(Stage stage, StageRecorder recorder) {
        long startNs = System.nanoTime();
        for (int turn = 0, frame = 0; frame < FRAMES; turn++) {
            sleepUntil(startNs + turn * 1_000_000_000L / FPS);
            set("drawing", frame);
            stage.draw(frame, frame / (double) FPS);
            glFinish();
            set("capturing", frame);
            if (recorder.capture() == CaptureResult.TAKEN) {
                set("captured", frame++);
            }
        }
    }

    private static void sleepUntil(long ns) {
        for (long left = ns - System.nanoTime(); left > 0; left = ns - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void set(String column, int frame) {
        if (frame < FRAMES) {
            times[TimelineChart.COLUMNS.indexOf(column)][frame] = System.nanoTime();
        }
    }

    /** Returns the first frame of the row whose frames take the median time from drawing to the free slot. */
    private int median() {
        List<Integer> rows = IntStream.range(WARM_UP, FRAMES - 30)
                .boxed()
                .sorted(Comparator.comparing(this::lengthNs))
                .toList();
        return rows.get(rows.size() / 2);
    }

    private long lengthNs(int first) {
        long[] begun = times[0];
        long[] freed = times[times.length - 1];
        return IntStream.range(first, first + SHOWN)
                .mapToLong(frame -> freed[frame] - begun[frame])
                .sum();
    }

    /** In microseconds from the first frame's beginning on. */
    private String table(int first) {
        String header = String.join(",", TimelineChart.COLUMNS);
        return IntStream.range(first, first + SHOWN)
                .mapToObj(frame -> Arrays.stream(times)
                        .map(column -> Long.toString((column[frame] - times[0][first]) / 1000))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
