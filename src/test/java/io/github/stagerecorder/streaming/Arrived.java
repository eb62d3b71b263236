package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** The frames that have arrived over a connection. */
final class Arrived {
    private Arrived() {}

    /** Returns their numbers, which are those of every frame that was taken from the first one to the last one. */
    static List<Integer> over(Path received, List<Integer> taken) {
        return checked(received, DecodedVideo.ofCutOff(received).frameNumbers(), taken);
    }

    /** Does the same for a file that ends inside its last frame. */
    static List<Integer> cutOff(Path received, List<Integer> taken) {
        List<Integer> numbers = DecodedVideo.ofCutOff(received).frameNumbers();
        return checked(received, numbers.subList(0, numbers.size() - 1), taken);
    }

    private static List<Integer> checked(Path received, List<Integer> numbers, List<Integer> taken) {
        assertFalse(numbers.isEmpty(), received + " is empty");
        assertTrue(Collections.indexOfSubList(taken, numbers) >= 0, numbers + " of " + taken);
        return numbers;
    }

    /** Returns the same in a container whose times begin at 0. */
    static Path fromZero(Path received) throws IOException {
        Path file = Path.of(received + ".mkv");
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg", "-nostdin", "-v", "error", "-i", received.toString(), "-c", "copy", file.toString())
                .inheritIO()
                .start();
        assertEquals(0, ffmpeg.onExit().join().exitValue());
        return file;
    }
}
