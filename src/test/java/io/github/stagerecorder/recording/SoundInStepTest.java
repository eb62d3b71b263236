package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In real time, what is seen and heard at the same moment is so in every preset's file. The application is a loop of
 * some hundred rounds a second, each of which captures and writes the sound since the one before. A busy machine delays
 * single rounds, and so the median of many flashes counts.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SoundInStepTest {
    private static final int RATE_HZ = 48_000;
    private static final int FLASHES = 21;
    private static final long FIRST_NS = 900_000_000L;
    private static final long INTERVAL_NS = 237_000_000L; // in no relation to frames, blocks and packets
    private static final long FLASH_NS = 80_000_000L;
    private static final int LEAST_DARK_FRAMES = 2;
    private static final double MOST_OFF_S = 0.005;
    private static final double HALF_A_FRAME_S = 0.5 / 30;
    private static final int WHITE = 128;

    @TempDir
    private Path folder;

    private final List<Double> shownS = new ArrayList<>(); // when the application shows each flash
    private final List<Long> beeps = new ArrayList<>(); // the sample with which the beep of each flash begins
    private long beginNs;
    private long written;
    private int darkFrames;

    /** Theora in Ogg has a picture for each tick of the frame rate, and so a picture is up to half a frame off. */
    @ParameterizedTest
    @CsvSource({"stage.mp4, 0", "stage.mov, 0", "stage.mkv, 0", "stage.webm, 0", "stage.ogg, 1"})
    void shouldBeInStepInEveryPreset(String name, int isOnGrid) {
        Path file = folder.resolve(name);
        record(file);
        List<Double> flashesS = flashes(file);
        DecodedSound sound = DecodedSound.of(file);
        assertEquals(shownS.size(), flashesS.size());
        double[] soundOffS = new double[flashesS.size()];
        double[] stepS = new double[flashesS.size()];
        for (int i = 0; i < stepS.length; i++) {
            double beepS = (double) beeps.get(i) / RATE_HZ;
            double heardS = sound.nextSoundS(beepS - FLASH_NS / 2e9);
            soundOffS[i] = heardS - beepS;
            stepS[i] = (heardS - beepS) - (flashesS.get(i) - shownS.get(i));
        }
        assertEquals(0, median(soundOffS), MOST_OFF_S, "the beep is later than it was played");
        assertEquals(0, median(stepS), MOST_OFF_S + isOnGrid * HALF_A_FRAME_S, "the beep is later than the flash");
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void record(Path file) {
        try (OffscreenSurface surface = new OffscreenSurface(160, 120);
                StageRecorder recorder = StageRecorder.builder(file)
                        .size(surface.widthPx(), surface.heightPx())
                        .timing(Timing.REAL_TIME)
                        .audio(RATE_HZ, 1, SampleFormat.S16)
                        .start()) {
            beginNs = System.nanoTime();
            capture(recorder, false);
            long endNs = FIRST_NS + FLASHES * INTERVAL_NS;
            for (long nowNs = 0; nowNs < endNs; nowNs = System.nanoTime() - beginNs) {
                playRound(recorder, nowNs);
                LockSupport.parkNanos(8_000_000);
            }
        }
    }

    /** A flash and its beep begin with the first frame that is recorded after their time. */
    private void playRound(StageRecorder recorder, long nowNs) {
        boolean begins = nowNs >= FIRST_NS + shownS.size() * INTERVAL_NS && darkFrames >= LEAST_DARK_FRAMES;
        boolean flashes = begins || !shownS.isEmpty() && nowNs < shownS.get(shownS.size() - 1) * 1e9 + FLASH_NS;
        long showNs = System.nanoTime() - beginNs;
        boolean isRecorded = capture(recorder, flashes) == CaptureResult.TAKEN;
        if (isRecorded && begins) {
            shownS.add(showNs / 1e9);
            beeps.add(showNs * RATE_HZ / 1_000_000_000L);
        }
        if (isRecorded) {
            darkFrames = flashes ? 0 : darkFrames + 1;
        }
        recorder.audio().write(soundUntil(System.nanoTime() - beginNs));
    }

    private static CaptureResult capture(StageRecorder recorder, boolean flashes) {
        glClearColor(flashes ? 1 : 0, flashes ? 1 : 0, flashes ? 1 : 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        return recorder.capture();
    }

    private ShortBuffer soundUntil(long nowNs) {
        int count = (int) (nowNs * RATE_HZ / 1_000_000_000L - written);
        ShortBuffer block = ShortBuffer.allocate(count);
        for (; block.hasRemaining(); written++) {
            long inBeep = beeps.isEmpty() ? -1 : written - beeps.get(beeps.size() - 1);
            boolean sounds = inBeep >= 0 && inBeep < RATE_HZ / 20;
            block.put((short) (sounds ? 20_000 * Math.sin(2 * Math.PI * 1000 * inBeep / RATE_HZ) : 0));
        }
        return block.flip();
    }

    /** Returns when each flash begins. */
    private static List<Double> flashes(Path file) {
        DecodedVideo video = DecodedVideo.of(file);
        List<Double> beginsS = new ArrayList<>();
        boolean[] flashed = {false};
        video.forEach(PixelLayout.LUMA, (index, luma) -> {
            boolean flashes = (luma.get(0) & 0xff) > WHITE;
            if (flashes && !flashed[0]) {
                beginsS.add(video.info().packetNs().get(index) / 1e9);
            }
            flashed[0] = flashes;
        });
        return beginsS;
    }
}
