package consumer.lwjgl;

import static org.lwjgl.glfw.GLFW.glfwInit;
import static org.lwjgl.glfw.GLFW.glfwTerminate;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Draws in two windows and records each, on one thread and then on a thread for each: {@code TwoWindows FOLDER}. */
public final class TwoWindows {
    private TwoWindows() {}

    public static void main(String[] args) {
        if (!glfwInit()) {
            throw new IllegalStateException("GLFW cannot open windows here");
        }
        onOneThread(Path.of(args[0]));
        onTwoThreads(Path.of(args[0]));
        glfwTerminate();
    }

    /** The window that was opened first is closed first. */
    private static void onOneThread(Path folder) {
        RecordedWindow red = new RecordedWindow(320, 240, false);
        RecordedWindow blue = new RecordedWindow(240, 160, true);
        red.startRecording(folder.resolve("one-thread-red.mp4"));
        blue.startRecording(folder.resolve("one-thread-blue.mp4"));
        for (int i = 0; i < RecordedWindow.FRAMES; i++) {
            red.paint();
            blue.paint();
        }
        red.endRecording();
        red.destroy();
        blue.endRecording();
        blue.destroy();
    }

    /** The window that was opened first is closed last. */
    private static void onTwoThreads(Path folder) {
        RecordedWindow red = new RecordedWindow(320, 240, false);
        RecordedWindow blue = new RecordedWindow(240, 160, true);
        CountDownLatch blueIsClosed = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CompletableFuture<Void> reds = CompletableFuture.runAsync(
                () -> {
                    paintAll(red, folder.resolve("two-threads-red.mp4"));
                    await(blueIsClosed);
                    red.endRecording();
                },
                threads);
        CompletableFuture<Void> blues = CompletableFuture.runAsync(
                () -> {
                    paintAll(blue, folder.resolve("two-threads-blue.mp4"));
                    blue.endRecording();
                },
                threads);
        blues.join();
        blue.destroy();
        blueIsClosed.countDown();
        reds.join();
        red.destroy();
        threads.shutdown();
    }

    private static void paintAll(RecordedWindow window, Path output) {
        window.startRecording(output);
        for (int i = 0; i < RecordedWindow.FRAMES; i++) {
            window.paint();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
