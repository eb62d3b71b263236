package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.recording.FlashingShow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Requires that no packet of the sound is missing between the first one and the last one. */
    static void requireWholeSound(Path received) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-select_streams", "a"));
        command.addAll(List.of("-show_entries", "packet=pts_time", "-of", "csv=p=0", received.toString()));
        Process ffprobe = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(ffprobe.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        List<Double> timesS = printed.lines()
                .map(line -> Double.valueOf(line.replace(",", "")))
                .toList();
        double packetS = 1024.0 / FlashingShow.RATE_HZ;
        double expected = (timesS.get(timesS.size() - 1) - timesS.get(0)) / packetS + 1;
        assertEquals(expected, timesS.size(), 0.5, printed);
    }

    /**
     * Returns the same in a container whose times begin at 0, once all of it has been written. A packet that was cut off
     * by the end of the connection is left out.
     */
    static Path fromZero(Path received) throws IOException, InterruptedException {
        long sizeBytes = -1;
        while (sizeBytes != received.toFile().length()) {
            sizeBytes = received.toFile().length();
            Thread.sleep(1000);
        }
        Path file = Path.of(received + ".mkv");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
        command.addAll(List.of("-fflags", "+discardcorrupt", "-i", received.toString(), "-c", "copy", file.toString()));
        Process ffmpeg = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, ffmpeg.onExit().join().exitValue());
        return file;
    }
}
