package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
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
 * A killed process leaves an MP4 whose two tracks play. Packets of silence are all of one size, and those of a tone
 * nearly so, which GStreamer's fragments do not tell.
 */
@Timeout(120)
class KilledTwoTracksTest {
    private static final String VIDEO =
            "x264enc pass=qual speed-preset=superfast bframes=%d key-int-max=30 sync-lookahead=0 rc-lookahead=0 ! queue"
                    + " ! m. audiotestsrc is-live=true wave=%s samplesperbuffer=480 ! capsfilter"
                    + " caps=\"audio/x-raw,rate=48000,channels=2\" ! %s ! queue ! m."
                    + " %s fragment-duration=500 fragment-mode=first-moov-then-finalise name=m";

    private static final int FRAMES = 110;
    private static final int RATE_HZ = 48_000;

    /** The last second may be lost, and the uneven frames last about 4 s. */
    private static final double LEAST_S = 2.5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, mp4mux, 0, silence, voaacenc", "mov, qtmux, 2, silence, avenc_aac"})
    void shouldPlayBothTracks(String extension, String muxer, int bFrames, String wave, String sound) throws Exception {
        Path file = folder.resolve("killed." + extension);
        kill(file, VIDEO.formatted(bFrames, wave, sound, muxer));
        List<Integer> numbers = DecodedVideo.ofCutOff(file).frameNumbers();
        assertEquals(0, numbers.get(0), numbers::toString);
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        List<Long> timesNs = DecodedVideo.ofCutOff(file).info().packetNs();
        for (int i = 1; i < timesNs.size(); i++) {
            long lastedNs = timesNs.get(i) - timesNs.get(i - 1);
            assertTrue(lastedNs > 20_000_000, "frame " + i + " comes after " + lastedNs + " ns: " + timesNs);
        }
        assertPlays("ffmpeg's picture", timesNs.get(timesNs.size() - 1) / 1e9);
        assertPlays("ffmpeg's sound", (double) DecodedSound.ofCutOff(file).samples().length / RATE_HZ);
        if (bFrames > 0) {
            return; // GStreamer's player shifts the segment of such a file with each fragment, and skips what is
            // outside
        }
        GStreamerPlayer played = GStreamerPlayer.of(file, true);
        assertPlays("GStreamer's picture", played.pictureEndNs() / 1e9);
        assertPlays("GStreamer's sound", played.soundEndNs() / 1e9);
        assertTrue(Math.abs(played.frames() - numbers.size()) <= 1, played + " and " + numbers.size());
    }

    private static void assertPlays(String what, double seconds) {
        assertTrue(seconds >= LEAST_S, what + " ends after " + seconds + " s");
    }

    private static void kill(Path file, String description) throws Exception {
        Process program =
                ChildJvm.of(KilledTwoTracks.class, file.toString(), description).start();
        try (BufferedReader output = program.inputReader()) {
            ChildJvm.awaitLine(output, KilledTwoTracks.TAKEN + " " + FRAMES);
        } finally {
            program.toHandle().destroyForcibly();
            program.waitFor();
        }
    }
}
