package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.StatsIdentities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.condition.OS;

/** Starts a real recording with one random description and random options. The same seed gives the same attempt. */
final class Attempt {
    /** Windows takes neither quotation marks nor ends of lines in a name. */
    private static final String[] NAMES = OS.WINDOWS.isCurrentOs()
            ? new String[] {"a.mkv", "b.ogg", "c.mp4", "d 'x' !.webm", "größe.mov", "e.nosuch"}
            : new String[] {"a.mkv", "b.ogg", "c.mp4", "d \"x\" !.webm", "größe\n.mov", "e.nosuch"};

    private static final Duration PATIENCE = Duration.ofMillis(300); // some attempts never end and must not take long

    /** The result of an attempt. All of these are right. */
    enum Verdict {
        RECORDED,
        FAILED,
        REFUSED
    }

    private final List<RandomOption> options = new ArrayList<>();
    private final String description;
    private final Path output; // null if the description has its own sink
    private final int captures;
    private final boolean resizes;
    private long timeNs;

    Attempt(long seed, Path folder) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        description = new RandomDescription(random).next();
        for (int left = random.nextInt(4); left > 0; left--) {
            options.add(RandomOption.next(random));
        }
        output = random.nextInt(4) == 0 ? null : folder.resolve(NAMES[random.nextInt(NAMES.length)]);
        captures = random.nextInt(6);
        resizes = random.nextInt(4) == 0;
    }

    /** @throws AssertionError if anything happens that must not */
    Verdict run() throws IOException {
        RecorderBuilder builder = output == null ? StageRecorder.builder() : StageRecorder.builder(output);
        builder.size(64, 48).closeTimeout(PATIENCE).stallTimeout(PATIENCE);
        options.forEach(option -> set(option, builder));
        try {
            return describe(builder) ? record(builder.start()) : Verdict.REFUSED;
        } catch (IllegalArgumentException | IllegalStateException | RecordingException e) {
            requireText(e);
            return Verdict.REFUSED;
        } finally {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        }
    }

    private static void set(RandomOption option, RecorderBuilder builder) {
        try {
            option.setter().accept(builder);
        } catch (IllegalArgumentException e) {
            requireNamed(e, option.value());
        }
    }

    private boolean describe(RecorderBuilder builder) {
        try {
            builder.pipeline(description);
            return true;
        } catch (IllegalArgumentException e) {
            requireNamed(e, description.strip());
            return false;
        }
    }

    private Verdict record(StageRecorder recorder) {
        try (recorder) {
            capture(recorder);
        } catch (RecordingException e) {
            StatsIdentities.checkEnded(e.outcome().stats(), e.outcome().stats().calls());
            return Verdict.FAILED;
        }
        StatsIdentities.checkEnded(recorder.stats(), recorder.stats().calls());
        return Verdict.RECORDED;
    }

    private void capture(StageRecorder recorder) {
        for (int i = 0; i < captures; i++) {
            try {
                recorder.capture();
            } catch (IllegalStateException e) { // the timing is CALLER
                recorder.capture(++timeNs);
            }
            if (resizes) {
                recorder.resize(20 + i, 30 - i);
            }
            StatsIdentities.check(recorder.stats(), i + 1);
        }
    }

    private static void requireNamed(RuntimeException refusal, String value) {
        if (!String.valueOf(refusal.getMessage()).contains(value)) {
            throw new AssertionError("\"" + value + "\" is not named in: " + refusal, refusal);
        }
    }

    /** The message must name the description, the file, the size or another option, depending on what was asked for. */
    private void requireText(RuntimeException refusal) {
        String message = String.valueOf(refusal.getMessage());
        boolean named = message.contains(description)
                || message.contains("64x48")
                || output != null && message.contains(output.getFileName().toString())
                || options.stream().anyMatch(option -> message.contains(option.value()));
        if (!named) {
            throw new AssertionError("no option is named in: " + refusal, refusal);
        }
    }

    /** Describes the attempt on one line of ASCII. */
    @Override
    public String toString() {
        String text = options.stream().map(RandomOption::value).toList() + " " + output + " " + description;
        StringBuilder line = new StringBuilder();
        text.chars().forEach(c -> line.append(escaped((char) c)));
        return line.toString();
    }

    private static String escaped(char c) {
        return c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }
}
