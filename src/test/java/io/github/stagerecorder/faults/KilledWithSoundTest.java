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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * After a process is killed, its files play with picture and sound. Sound is read 0.6 s after it is written, and the
 * picture is muxed beside it; in MP4 and MOV a tenth of a second of a fragment may come on top.
 */
@Timeout(120)
class KilledWithSoundTest {
    static final int SECONDS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ogg webm mkv, 48000", "mp4 mov, 48000", "ogg webm mkv, 8000", "mp4 mov, 8000"})
    void shouldPlayPictureAndSound(String extensions, String rateHz) throws Exception {
        AtOnce.forEach(List.of(extensions.split(" ")), extension -> killAndPlay(extension, rateHz));
    }

    private void killAndPlay(String extension, String rateHz) throws Exception {
        Path file = folder.resolve("killed." + extension);
        Process program = ChildJvm.of(KilledWithSound.class, file.toString(), rateHz)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, KilledWithSound.RECORDED);
        } finally {
            program.toHandle().destroyForcibly();
            program.waitFor();
        }
        DecodedSound sound = DecodedSound.ofCutOff(file);
        assertPlays(extension, "ffmpeg's sound", sound.startS() + (double) sound.samples().length / sound.rateHz());
        GStreamerPlayer played = GStreamerPlayer.of(file, true);
        assertPlays(extension, "GStreamer's picture", played.pictureEndNs() / 1e9);
        assertPlays(extension, "GStreamer's sound", played.soundEndNs() / 1e9);
        if (!extension.equals("ogg")) { // of which ffmpeg hides the packets that only repeat the picture
            var times = DecodedVideo.ofCutOff(file).info().packetNs();
            double endS = times.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e9;
            assertPlays(extension, "ffmpeg's picture", endS);
            assertEquals(endS, played.pictureEndNs() / 1e9, 0.1);
        }
    }

    private static void assertPlays(String extension, String what, double seconds) {
        assertTrue(seconds >= SECONDS - 1, extension + ": " + what + " ends after " + seconds + " s");
    }
}
