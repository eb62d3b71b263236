package io.github.stagerecorder.recording;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SampleFormat;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Records a file with sound, and prints how many bytes the process has written meanwhile, to whatever. */
final class WrittenBytes {
    static final String RESULT = "written ";

    static final double LENGTH_S = 8;

    private static final int FRAMES = 240; // 30 a second

    private WrittenBytes() {}

    public static void main(String[] args) throws IOException {
        RecorderBuilder options = RecordedStage.everyFrame(Path.of(args[0])).audio(48_000, 2, SampleFormat.S16);
        options.size(1280, 720).preflight(); // the first use of a library unpacks it
        long before = soFar();
        record(options);
        System.out.println(RESULT + (soFar() - before));
    }

    private static void record(RecorderBuilder options) {
        Random random = new Random(1);
        try (RecordedStage stage = new RecordedStage(1280, 720, options)) {
            for (int i = 0; i < FRAMES; i++) {
                stage.record(1);
                ShortBuffer block =
                        ShortBuffer.allocate(2 * stage.recorder().audio().samplesDue());
                while (block.hasRemaining()) {
                    block.put((short) random.nextInt(-3000, 3000));
                }
                stage.recorder().audio().write(block.flip());
            }
            stage.end();
        }
    }

    static long soFar() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("wchar: "))
                .mapToLong(line -> Long.parseLong(line.substring("wchar: ".length())))
                .findFirst()
                .orElseThrow();
    }
}
