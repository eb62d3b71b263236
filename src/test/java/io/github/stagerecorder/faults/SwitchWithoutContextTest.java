package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecorderListener;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.RecordingSwitch;
import io.github.stagerecorder.StartedFile;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A switch whose GL context is not there or goes away tells that, and keeps what it has. */
@Timeout(60)
class SwitchWithoutContextTest {
    private static final int FRAMES = 10;

    @TempDir
    Path folder;

    private final List<Path> started = new CopyOnWriteArrayList<>();
    private final List<FailureKind> failures = new CopyOnWriteArrayList<>();

    private RecordingSwitch create() {
        RecorderListener listener = new RecorderListener() {
            @Override
            public void started(StartedFile file) {
                started.add(file.path());
            }

            @Override
            public void failed(RecordingException failure) {
                failures.add(failure.kind());
            }
        };
        return RecordingSwitch.into(folder)
                .format("mkv")
                .options(o -> o.timing(Timing.FRAME_BY_FRAME).listener(listener, Runnable::run))
                .create();
    }

    private static void paintUntil(RecordingSwitch recording, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            recording.frame();
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void shouldRefuseAStartWithoutAContext() {
        RecordingSwitch recording = create();
        recording.start();
        paintUntil(recording, () -> !failures.isEmpty());
        assertFalse(recording.isRecording());
        recording.frame();
        recording.close();
        assertEquals(List.of(FailureKind.STAGE), failures);
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void shouldCompleteTheFileWhenTheContextIsDestroyed() {
        RecordingSwitch recording = create();
        try (OffscreenSurface surface = new OffscreenSurface(320, 240)) {
            recording.start();
            paintUntil(recording, () -> !started.isEmpty());
            for (int i = 0; i < FRAMES; i++) {
                recording.frame();
                surface.present();
            }
        }
        recording.frame();
        recording.stop();
        recording.frame();
        recording.snapshot();
        recording.frame();
        recording.close();
        assertEquals(List.of(), failures);
        File[] files = folder.toFile().listFiles();
        assertEquals(1, files.length);
        assertTrue(DecodedVideo.of(files[0].toPath()).frameNumbers().size() > FRAMES);
    }
}
