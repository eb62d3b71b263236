package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The frames that have arrived over a connection. */
final class Arrived {
    private Arrived() {}

    /** Returns their numbers, which are those of every frame that was taken from the first one to the last one. */
    static List<Integer> over(Path received, List<Integer> taken) {
        List<Integer> numbers = shown(DecodedVideo.ofCutOff(received));
        assertFalse(numbers.isEmpty(), received + " is empty");
        assertTrue(Collections.indexOfSubList(taken, numbers) >= 0, numbers + " of " + taken);
        return numbers;
    }

    /** Requires that what has arrived goes on to the last frame, as soon as the server has written it. */
    static void requireTheEnd(Path received, List<Integer> taken) {
        int last = taken.get(taken.size() - 1);
        StreamServer.await("the end has arrived", () -> over(received, taken).contains(last));
    }

    /** Requires that the file beside the stream has every frame. */
    static void requireAll(Path file, List<Integer> taken) {
        assertEquals(taken, shown(DecodedVideo.of(file)));
    }

    /** A picture that lasts, because the next one was late, is encoded again; one that is cut off shows the one before. */
    private static List<Integer> shown(DecodedVideo video) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : video.frameNumbers()) {
            if (numbers.isEmpty() || numbers.get(numbers.size() - 1) != number) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /**
     * Returns the same with sound that is at its times, and goes on where they jump: a receiver of RTP corrects them when
     * it learns by RTCP how picture and sound belong together.
     */
    static Path atItsTimes(Path received) throws IOException {
        Path file = Path.of(received + ".mkv");
        String sound = "-c:v copy -c:a pcm_s16le -af aresample=async=1:min_hard_comp=0.001:first_pts=0";
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-i", received.toString()));
        command.addAll(List.of(sound.split(" ")));
        command.add(file.toString());
        Process ffmpeg = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, ffmpeg.onExit().join().exitValue());
        return file;
    }

    /**
     * Returns the same in a container whose times begin at 0, once all of it has been written. A packet that was cut off
     * by the end of the connection is left out.
     */
    static Path fromZero(Path received) throws IOException, InterruptedException {
        long sizeBytes = -1;
        while (sizeBytes != received.toFile().length()) {
            sizeBytes = received.toFile().length();
            Thread.sleep(300);
        }
        Path file = Path.of(received + ".mkv");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
        command.addAll(List.of("-fflags", "+discardcorrupt", "-i", received.toString(), "-c", "copy", file.toString()));
        Process ffmpeg = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, ffmpeg.onExit().join().exitValue());
        return file;
    }
}
