package io.github.stagerecorder.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

/** Kills one program at a random moment while it records a file of each container. */
public final class KillRound {
    /** A file of each container is written at the same time. */
    public static final List<String> CONTAINERS = List.of("ogg", "webm", "mkv", "mp4");

    private static final int LEAST_FRAMES = 2 * KilledRecorders.FRAMES_PER_SECOND;
    private static final int MOST_DELAY_MS = 1500;

    private final List<Path> files;
    private final List<NavigableSet<Integer>> taken = new ArrayList<>();

    private int lastTold;

    private KillRound(Path folder) {
        files = CONTAINERS.stream()
                .map(container -> folder.resolve("killed." + container))
                .toList();
        files.forEach(file -> taken.add(new TreeSet<>()));
    }

    /**
     * Records into {@code folder}, kills the program, and checks the files.
     *
     * @return for each container, how many frame times lie between the last frame in the file and the last frame taken
     */
    public static int[] in(Path folder, Random random) throws IOException, InterruptedException {
        KillRound round = new KillRound(folder);
        round.recordAndKill(random.nextInt(MOST_DELAY_MS));
        int[] missing = new int[CONTAINERS.size()];
        Arrays.setAll(missing, round::missing);
        return missing;
    }

    private void recordAndKill(int delayMs) throws IOException, InterruptedException {
        Process program = ChildJvm.of(
                        KilledRecorders.class,
                        files.stream().map(Path::toString).toArray(String[]::new))
                .start();
        try (BufferedReader output = program.inputReader()) {
            for (int number = 0; number < LEAST_FRAMES; ) {
                number = note(ChildJvm.awaitLine(output, KilledRecorders.TAKEN));
            }
            Thread.sleep(delayMs);
            // destroying the Process would also close its output and lose what the program printed
            program.toHandle().destroyForcibly();
            output.lines().forEach(this::note);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    /** @return the frame's number, or -1 if the line was cut off */
    private int note(String line) {
        String[] words = line.split(" ");
        if (words.length != 3 || words[2].length() != files.size()) {
            return -1;
        }
        int number = Integer.parseInt(words[1]);
        lastTold = number;
        for (int i = 0; i < files.size(); i++) {
            if (words[2].charAt(i) == '1') {
                taken.get(i).add(number);
            }
        }
        return number;
    }

    /** Also checks that the file has only frames that were taken, in order. */
    private int missing(int index) {
        List<Integer> numbers = DecodedVideo.ofCutOff(files.get(index)).frameNumbers();
        assertFalse(numbers.isEmpty(), () -> "nothing plays of " + files.get(index));
        assertTrue(taken.get(index).containsAll(told(numbers)), () -> numbers + " of " + taken.get(index));
        assertTrue(numbers.equals(numbers.stream().sorted().toList()), () -> "out of order: " + numbers);
        return Math.max(0, taken.get(index).last() - numbers.get(numbers.size() - 1));
    }

    /**
     * Leaves out the frame that was being captured, because the file may have it before the program can print it. On a
     * busy machine it is not the next number.
     */
    private List<Integer> told(List<Integer> numbers) {
        int last = numbers.size() - 1;
        return numbers.get(last) > lastTold ? numbers.subList(0, last) : numbers;
    }
}
