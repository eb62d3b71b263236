package io.github.stagerecorder.recording;

import io.github.stagerecorder.StageRecorder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the system plays is recorded by a description with a live source, in step with the pictures. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the sound server is one of Linux")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SystemSoundTest {
    private static final double MOST_OFF_S = 0.1; // PulseAudio and its player hold sound back too

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"mkv, opusenc, matroskamux", "mp4, avenc_aac aac-ms=0, mp4mux"})
    void shouldBeInStep(String format, String soundEncoder, String muxer) throws Exception {
        Path file = folder.resolve("stage." + format);
        try (SystemSound system = new SystemSound(folder, FlashingShow.RATE_HZ)) {
            String description = "x264enc speed-preset=ultrafast tune=zerolatency ! mux. " + system.source()
                    + " ! queue ! audioconvert ! audioresample ! " + soundEncoder + " ! mux. " + muxer + " name=mux";
            try (FlashingShow show =
                    new FlashingShow(StageRecorder.builder(file).pipeline(description), system::play, 160, 120)) {
                Thread.sleep(700); // the first frame comes later than the sound
                show.play(4);
            }
        }
        Step.of(file).require(0, 4, 4, MOST_OFF_S);
    }
}
