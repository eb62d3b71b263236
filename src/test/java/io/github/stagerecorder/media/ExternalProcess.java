package io.github.stagerecorder.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs a command and reads its output. The command is killed if it takes too long, and its error output is kept. */
final class ExternalProcess implements AutoCloseable {
    /** FFmpeg 8.0 says it once at the end of any file with Opus, also of its own (code.ffmpeg.org, issue 20954). */
    private static final Pattern OPUS_END = Pattern.compile("\\[opus @ \\w+] Error parsing Opus packet header\\.\\R?");

    private final List<String> command;
    private final Path complaints;
    private final Process process;
    private volatile boolean late;

    private ExternalProcess(List<String> command, Path complaints, Process process) {
        this.command = command;
        this.complaints = complaints;
        this.process = process;
    }

    static ExternalProcess start(Duration timeout, List<String> command) {
        try {
            // The error output goes to a file, because a pipe that nobody reads would block the process.
            Path complaints = Files.createTempFile("stagerecorder-", ".stderr");
            complaints.toFile().deleteOnExit();
            Process process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            ExternalProcess started = new ExternalProcess(command, complaints, process);
            started.killAfter(timeout);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command to its end. */
    static String outputOf(Duration timeout, List<String> command) {
        try (ExternalProcess process = start(timeout, command)) {
            String output = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
            process.awaitSuccess();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    /** Waits for the end, which must be in time, successful and without error output. */
    void awaitSuccess() {
        int exitStatus = process.onExit().join().exitValue();
        String complaints = complaints();
        if (late
                || exitStatus != 0
                || !(complaints.isEmpty() || OPUS_END.matcher(complaints).matches())) {
            String end = late ? "took too long" : "ended with status " + exitStatus;
            throw new IllegalStateException(String.join(" ", command) + " " + end + ":\n" + complaints);
        }
    }

    private String complaints() {
        try {
            return Files.readString(complaints);
        } catch (IOException e) {
            return "(what it said is lost: " + e + ")";
        }
    }

    private void killAfter(Duration timeout) {
        process.onExit().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionally(tooLate -> {
            late = true;
            return process.destroyForcibly();
        });
    }

    @Override
    public void close() {
        process.destroyForcibly();
        complaints.toFile().delete();
    }
}
