package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.SampleFormat;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PulseAudio, or PipeWire in its place, by the programs that come with it. */
final class SoundServer {
    static final int RATE_HZ = 48_000;
    static final int CHANNELS = 2;
    static final SampleFormat FORMAT = SampleFormat.S16;

    private static final String STREAM = "Sink Input #";
    private static final String OURS =
            "application.process.id = \"" + ProcessHandle.current().pid() + '"';

    private final String address; // null if there is none

    SoundServer() {
        String named = System.getenv("PULSE_SERVER");
        address = named == null || named.isBlank() ? local(System.getenv("XDG_RUNTIME_DIR")) : named;
    }

    private static String local(String folder) {
        Path socket = folder == null ? null : Path.of(folder, "pulse", "native");
        return socket != null && Files.exists(socket) ? "unix:" + socket : null;
    }

    /** Returns why it records nothing; null if it does. It asks nobody, so it is quick, and starts no server. */
    String refusal() {
        if (address == null) {
            return "no PulseAudio or PipeWire runs here";
        }
        boolean isComplete = Stream.of("pactl", "parec").allMatch(SoundServer::isInstalled);
        return isComplete ? null : "pactl and parec are not installed (on Debian: pulseaudio-utils)";
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Returns the number of the stream that this process plays; null if it plays none. */
    String ownStream() throws IOException {
        Process pactl = start("pactl", "list", "sink-inputs");
        String listed = new String(pactl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String stream = null;
        for (String line : listed.lines().toList()) {
            if (line.startsWith(STREAM)) {
                stream = line.substring(STREAM.length());
            } else if (line.strip().equals(OURS)) {
                return stream;
            }
        }
        return null;
    }

    /** Begins to read a stream as it is played, in 16 bits of this machine's order. It ends with the stream. */
    Process read(String stream) throws IOException {
        return start(
                "parec",
                "--monitor-stream=" + stream,
                "--rate=" + RATE_HZ,
                "--channels=" + CHANNELS,
                "--format=s16ne",
                "--latency-msec=20",
                "--raw");
    }

    /** With its address a server is never started. */
    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(words));
        command.add(1, "--server=" + address);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }
}
