package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The listener of a switch is told of all its recordings one at a time, and in order. */
class RecordingSwitchListenerTest extends OnSwitch {
    private static final int RECORDINGS = 3;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();

    /** Takes longer for a call than there is between two of them. */
    private final RecorderListener slow = new RecorderListener() {
        @Override
        public void started(StartedFile file) {
            take("started", file.path());
        }

        @Override
        public void fileEnded(Outcome.FileOutcome file) {
            take("fileEnded", file.path());
        }

        @Override
        public void ended(Outcome outcome) {
            take("ended", outcome.files().get(0).path());
        }

        @Override
        public void failed(RecordingException failure) {
            take("failed", null);
        }

        private void take(String call, Path file) {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            calls.add(call + " " + file);
            try {
                TimeUnit.MILLISECONDS.sleep(400);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            inside.decrementAndGet();
        }
    };

    @Test
    void shouldBeToldOneAtATimeAndInOrder() {
        try (RecordingSwitch recording = switchInto(folder)
                .options(o -> o.timing(Timing.FRAME_BY_FRAME).listener(slow, Runnable::run))
                .create()) {
            for (int i = 1; i <= RECORDINGS; i++) {
                recording.start();
                int filesThen = i;
                paintUntil(recording, () -> videos().size() == filesThen);
                recording.stop();
            }
            recording.start();
            recording.stop(); // without a frame, which is told too
        }
        await(() -> calls.size() == 3 * RECORDINGS + 1);
        assertEquals(1, mostInside.get(), () -> "" + calls);
        for (Path file : videos()) {
            List<String> ofFile = calls.stream()
                    .filter(call -> call.endsWith(file.toString()))
                    .toList();
            assertEquals(List.of("started " + file, "fileEnded " + file, "ended " + file), ofFile);
        }
    }

    private List<Path> videos() {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".mkv"))
                .toList();
    }
}
