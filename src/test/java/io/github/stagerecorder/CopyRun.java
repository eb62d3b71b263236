package io.github.stagerecorder;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.stagerecorder.CopyCounter.Copied;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lwjgl.opengl.GL12C;
import org.lwjgl.system.MemoryUtil;

/**
 * Counts the bytes of a frame that are copied between the read and the bin's input, in a process that preloads the copy
 * counter. It counts memcpy and similar functions on the threads before the bin, and checks the addresses that the bin
 * receives.
 */
public final class CopyRun {
    private static final String PIPELINE = "x264enc speed-preset=ultrafast ! matroskamux";

    /** Linux truncates thread names to 15 characters. */
    private static final Set<String> BEFORE_THE_BIN = Set.of("render", "stagerecorder-e");

    private final int widthPx;
    private final int heightPx;
    private final int frames;
    private final CopyPath path;
    private final CopyCounter counter = new CopyCounter();
    private final WatchedSlots slots = new WatchedSlots(counter);

    private CopyRun(int widthPx, int heightPx, int frames, CopyPath path) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.frames = frames;
        this.path = path;
    }

    /** Runs in a separate process. */
    static CopyFigures of(int widthPx, int heightPx, int frames, CopyPath path)
            throws IOException, InterruptedException {
        ProcessBuilder jvm = ChildJvm.of(CopyRun.class, "" + widthPx, "" + heightPx, "" + frames, path.name());
        jvm.environment().put("LD_PRELOAD", CopyCounter.LIBRARY.toString());
        Process process = jvm.start();
        String output = ChildJvm.printed(process);
        process.waitFor();
        return CopyFigures.find(output);
    }

    /** The arguments are the width and height in pixels, the number of frames, and the path. */
    public static void main(String[] arguments) throws InterruptedException {
        CopyRun run = new CopyRun(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                CopyPath.valueOf(arguments[3]));
        Thread render = new Thread(run::play, "render");
        render.start();
        render.join();
    }

    private void play() {
        try (OffscreenSurface surface = new OffscreenSurface(widthPx, heightPx);
                Stage stage = new Stage(surface.widthPx(), surface.heightPx())) {
            Set<String> driver = driver(stage);
            List<Copied> copied = record(stage);
            System.out.println(figures(driver, copied).line());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the shared objects that copy memory when the application itself reads pixels. */
    private Set<String> driver(Stage stage) {
        ByteBuffer pixels = MemoryUtil.memAlloc(frameBytes());
        counter.watch(MemoryUtil.memAddress(pixels), frameBytes());
        stage.draw(0, 0);
        for (int format : new int[] {GL12C.GL_RGBA, GL12C.GL_BGRA}) {
            GL12C.glReadPixels(0, 0, widthPx, heightPx, format, GL12C.GL_UNSIGNED_BYTE, pixels);
        }
        Set<String> objects = counter.copied().stream().map(Copied::object).collect(Collectors.toSet());
        counter.clear();
        MemoryUtil.memFree(pixels);
        return objects;
    }

    private List<Copied> record(Stage stage) throws IOException {
        Path file = Files.createTempFile("stagerecorder-", ".mkv");
        file.toFile().deleteOnExit();
        StageRecorder recorder = StageRecorder.builder(file)
                .overwrite(true)
                .size(widthPx, heightPx)
                .timing(Timing.FRAME_BY_FRAME)
                .pipeline(PIPELINE)
                .tuning(t -> t.readStrategy(ReadStrategy.CLIENT))
                .tuning(t -> t.convert(path == CopyPath.CONTROL_ADDRESS ? Convert.VIDEOCONVERT : Convert.AUTO))
                .start();
        BinInput input = new BinInput(recorder);
        input.slabs().forEach(slots::add);
        slots.compareWith(path == CopyPath.CONTROL_ADDRESS ? input.padBehindConverter() : input.pad());
        for (int i = 0; i < frames; i++) {
            stage.draw(i, i / 30.0);
            recorder.capture();
            if (path == CopyPath.CONTROL_MEMCPY) {
                copyIntoBuffer(new Pointer(slots.firstAddress()));
            }
        }
        List<Copied> copied = counter.copied(); // before closing, because the slots' memory may be reused after it
        recorder.close();
        return copied;
    }

    /** Copies the frame, as a binding that cannot wrap memory has to do. */
    private void copyIntoBuffer(Pointer pixels) {
        NativeLibrary gst = NativeLibrary.getInstance("gstreamer-1.0");
        Pointer buffer = gst.getFunction("gst_buffer_new_allocate")
                .invokePointer(new Object[] {null, (long) frameBytes(), null});
        gst.getFunction("gst_buffer_fill").invokeLong(new Object[] {buffer, 0L, pixels, (long) frameBytes()});
        gst.getFunction("gst_mini_object_unref").invokeVoid(new Object[] {buffer});
    }

    private CopyFigures figures(Set<String> driver, List<Copied> copied) {
        Predicate<Copied> before = row -> BEFORE_THE_BIN.contains(row.thread());
        Predicate<Copied> read = row -> !row.outOf() && driver.contains(row.object());
        Predicate<Copied> copy = before.and(read.negate());
        return new CopyFigures(
                frameBytes(),
                perFrame(copied, before.and(read)),
                perFrame(copied, copy),
                perFrame(copied, before.negate()),
                slots.foreignBytes() / frames,
                copied.stream().filter(copy).map(Copied::object).distinct().collect(Collectors.joining(" ")));
    }

    private long perFrame(List<Copied> copied, Predicate<Copied> which) {
        return copied.stream().filter(which).mapToLong(Copied::bytes).sum() / frames;
    }

    private int frameBytes() {
        return 4 * widthPx * heightPx;
    }
}
