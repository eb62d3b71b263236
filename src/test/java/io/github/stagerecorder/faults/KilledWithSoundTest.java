package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.AtOnce;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.GStreamerPlayer;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a process is killed, its files play with picture and sound, up to at most a second before the kill. */
@Timeout(120)
class KilledWithSoundTest {
    static final int SECONDS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ogg webm mkv", "mp4 mov"})
    void shouldPlayPictureAndSound(String extensions) throws Exception {
        AtOnce.forEach(List.of(extensions.split(" ")), this::killAndPlay);
    }

    private void killAndPlay(String extension) throws Exception {
        Path file = folder.resolve("killed." + extension);
        Process program = ChildJvm.of(KilledWithSound.class, file.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, KilledWithSound.RECORDED);
        } finally {
            program.toHandle().destroyForcibly();
            program.waitFor();
        }
        DecodedSound sound = DecodedSound.ofCutOff(file);
        assertPlays("ffmpeg's sound", sound.startS() + (double) sound.samples().length / sound.rateHz());
        GStreamerPlayer played = GStreamerPlayer.of(file, true);
        assertPlays("GStreamer's picture", played.pictureEndNs() / 1e9);
        assertPlays("GStreamer's sound", played.soundEndNs() / 1e9);
        if (!extension.equals("ogg")) { // of which ffmpeg hides the packets that only repeat the picture
            var times = DecodedVideo.ofCutOff(file).info().packetNs();
            double endS = times.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e9;
            assertPlays("ffmpeg's picture", endS);
            assertEquals(endS, played.pictureEndNs() / 1e9, 0.1);
        }
    }

    private static void assertPlays(String what, double seconds) {
        assertTrue(seconds >= SECONDS - 1, what + " ends after " + seconds + " s");
    }
}
