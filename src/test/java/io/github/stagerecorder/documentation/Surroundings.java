package io.github.stagerecorder.documentation;

import io.github.stagerecorder.RecordingSwitch;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JLabel;

/** The program around the code on the pages: a stage that is drawn, keys that are pressed, and the names that it uses. */
public abstract class Surroundings implements AutoCloseable {
    protected static final int F9 = 9;
    protected static final int F10 = 10;
    protected static final int F11 = 11;

    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int PRESSED_AT = 45;
    private static final int FRAMES = 90;
    private static final long LONGEST_NS = 20_000_000_000L;
    private static final int FRAME_MS = 16;

    /** A part of a frame that is drawn by itself. */
    protected static final class Tile {
        public final int x;
        public final int y;
        public final int width;
        public final int height;

        Tile(int x, int y, int width, int height) {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
        }
    }

    protected final Path folder;
    protected final Path path;
    protected final ShortBuffer samples = ShortBuffer.allocate(960);
    protected final JLabel status = new JLabel();
    protected final List<Tile> tiles = List.of(new Tile(0, 0, 320, 160), new Tile(320, 0, 320, 160));
    protected boolean running = true;

    private final OffscreenSurface surface = new OffscreenSurface(WIDTH_PX, HEIGHT_PX);
    private final Stage stage = new Stage(WIDTH_PX, HEIGHT_PX);
    private final List<Runnable> keys = new ArrayList<>();
    private final long startNs = System.nanoTime();
    private int frame;

    protected Surroundings(Path folder) {
        this.folder = folder;
        path = folder.resolve("stage.mp4");
    }

    /** Runs the code. */
    public abstract void run() throws Exception;

    protected void draw() {
        stage.draw(frame, frame / 60.0);
    }

    protected void draw(Tile tile) {
        draw();
    }

    protected void onKey(int key, Runnable action) {
        keys.add(action);
    }

    /** A program runs for a second and a half, and longer until its file is there. */
    protected void swapBuffers() throws Exception {
        Thread.sleep(FRAME_MS);
        if (++frame == PRESSED_AT) {
            keys.forEach(Runnable::run);
        }
        running = frame < FRAMES || !isSomethingWritten() && System.nanoTime() - startNs < LONGEST_NS;
    }

    private boolean isSomethingWritten() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().matches(".*\\.(mp4|mkv|webm|ogg)")
                    && file.toFile().length() > 0);
        }
    }

    /** Goes on as the page says, where the code on it ends before. */
    protected void goOn(StageRecorder recorder) throws Exception {
        while (running) {
            draw();
            recorder.capture();
            swapBuffers();
        }
        recorder.close();
    }

    /** Does the same with a switch, which a key turns on. */
    protected void goOn(RecordingSwitch recording) throws Exception {
        recording.start();
        while (running) {
            draw();
            recording.frame();
            swapBuffers();
        }
        recording.close();
    }

    @Override
    public void close() {
        stage.close();
        surface.close();
    }
}
