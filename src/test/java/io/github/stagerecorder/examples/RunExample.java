package io.github.stagerecorder.examples;

import io.github.stagerecorder.demo.Keyboard;
import io.github.stagerecorder.recording.VirtualScreen;
import io.github.stagerecorder.streaming.SrtServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the example in the current folder as a user does, and checks its files: {@code RunExample
 * CLASS-PATH JVM-ARGUMENTS}, of the example both. A window is recorded until it is closed.
 */
final class RunExample {
    private static final int WIDTH_PX = 640;
    private static final int HEIGHT_PX = 360;
    private static final int FEWEST_PICTURES = 5; // in a second, on a machine with other things to do
    private static final long RECORDED_MS = 1500;
    private static final long PATIENCE_MS = 40_000;

    private final String name = Path.of("").toAbsolutePath().getFileName().toString();
    private final Path clips = Path.of("clips");
    private final String classPath;
    private final List<String> jvmArguments;

    private RunExample(String classPath, List<String> jvmArguments) {
        this.classPath = classPath;
        this.jvmArguments = jvmArguments;
    }

    public static void main(String[] args) throws Exception {
        RunExample run = new RunExample(args[0], List.of(args).subList(1, args.length));
        switch (run.name) {
            case "glfw" -> run.byKeys();
            case "headless" -> run.headless();
            case "streaming" -> run.streaming();
            default -> run.untilClosed(null);
        }
        System.exit(0); // whatever Xlib has started
    }

    private void headless() throws Exception {
        int frames = 4;
        List<String> arguments = new ArrayList<>(jvmArguments);
        arguments.add("-Dframes=" + frames);
        try (ExampleProcess example = ExampleProcess.start(null, classPath, arguments, null)) {
            example.awaitEnd();
        }
        Path file = Path.of("headless.mp4");
        int pictures = new RecordedTriangle(file, 3840, 2160).check();
        ExampleProcess.require(pictures == frames, file + " has " + pictures + " pictures");
    }

    private void untilClosed(URI streamTo) throws Exception {
        Path file = Path.of(name + ".mp4");
        try (VirtualScreen screen = new VirtualScreen();
                ExampleProcess example = ExampleProcess.start(screen.display(), classPath, jvmArguments, streamTo);
                OpenWindow window = OpenWindow.await(screen.display(), example)) {
            await(example, () -> size(file) > 0);
            Thread.sleep(RECORDED_MS);
            window.requestClose();
            example.awaitEnd();
        }
        requireRecording(file);
    }

    /** What arrives is looked at as the file is. */
    private void streaming() throws Exception {
        try (SrtServer server = new SrtServer(Files.createDirectories(Path.of("server")))) {
            server.start();
            untilClosed(server.address());
            server.awaitExit();
            requireRecording(server.received(".ts").get(0));
        }
    }

    /** F9 begins a recording, which F10 and F11 do not disturb, and F9 ends it. */
    private void byKeys() throws Exception {
        try (VirtualScreen screen = new VirtualScreen();
                ExampleProcess example = ExampleProcess.start(screen.display(), classPath, jvmArguments, null);
                OpenWindow window = OpenWindow.await(screen.display(), example);
                Keyboard keyboard = new Keyboard(screen.display())) {
            keyboard.point(window.xPx() + WIDTH_PX / 2, window.yPx() + HEIGHT_PX / 2);
            ExampleProcess.require(!showsMark(window), "the mark is there before F9");
            keyboard.pressF(9);
            await(example, () -> clips(".mp4").size() == 1 && showsMark(window));
            Thread.sleep(RECORDED_MS);
            window.picture(Path.of("window.png"), WIDTH_PX, HEIGHT_PX);
            keyboard.pressF(10);
            keyboard.pressF(11);
            await(example, () -> clips(".mp4").size() == 2 && clips(".png").size() == 1);
            keyboard.pressF(9);
            await(example, () -> !showsMark(window));
            window.requestClose();
            example.awaitEnd();
        }
        for (Path file : clips(".mp4")) {
            requireRecording(file);
        }
        new RecordedTriangle(clips(".png").get(0), WIDTH_PX, HEIGHT_PX).checkPicture();
    }

    /** Its pictures are red where the window has the mark. */
    private static boolean showsMark(OpenWindow window) {
        return window.colourAt((int) (0.975 * WIDTH_PX), (int) (0.045 * HEIGHT_PX)) == 0xFF0000;
    }

    private static void requireRecording(Path file) {
        int pictures = new RecordedTriangle(file, WIDTH_PX, HEIGHT_PX).check();
        ExampleProcess.require(pictures >= FEWEST_PICTURES, file + " has only " + pictures + " pictures");
    }

    private static void await(ExampleProcess example, Condition condition) throws Exception {
        long deadlineNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!condition.holds()) {
            ExampleProcess.require(example.isAlive(), "the example has ended too early");
            ExampleProcess.require(System.nanoTime() < deadlineNs, "what was awaited has not happened in time");
            Thread.sleep(50);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private List<Path> clips(String extension) throws IOException {
        if (!Files.isDirectory(clips)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(clips)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }
}
