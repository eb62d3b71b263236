package io.github.stagerecorder.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A PulseAudio server of its own without a sound card, and a program that plays into it. */
public final class SystemSound implements AutoCloseable {
    private static final String SINK = "stage";
    private static final int MOST_TRIES = 1000;

    private final Path socket;
    private final Process server;
    private final Process player;

    public SystemSound(Path folder, int rateHz) throws IOException, InterruptedException {
        socket = folder.resolve("server");
        server = started(
                folder,
                List.of(
                        "pulseaudio",
                        "-n",
                        "--exit-idle-time=-1",
                        "--use-pid-file=no",
                        "--disable-shm",
                        "--load=module-native-protocol-unix auth-anonymous=1 socket=" + socket,
                        "--load=module-null-sink sink_name=" + SINK + " rate=" + rateHz));
        awaitServer(folder);
        player = started(
                folder,
                List.of(
                        "pacat",
                        "--server=" + address(),
                        "--device=" + SINK,
                        "--rate=" + rateHz,
                        "--channels=1",
                        "--format=s16le",
                        "--latency-msec=20"));
    }

    private void awaitServer(Path folder) throws IOException, InterruptedException {
        for (int tries = 0; !isListening(); tries++) {
            if (!server.isAlive() || tries > MOST_TRIES) {
                throw new IOException("PulseAudio is not there: " + Files.readString(folder.resolve("pulseaudio.log")));
            }
            Thread.sleep(10);
        }
    }

    private boolean isListening() {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Process started(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve(command.get(0) + ".log").toFile())
                .start();
    }

    /** Returns the source that records what is played. */
    String source() {
        return "pulsesrc server=" + address() + " device=" + SINK + ".monitor";
    }

    /** Returns the value for PULSE_SERVER. */
    public String address() {
        return "unix:" + socket;
    }

    /** Silence is left out: a busy player would hold it back, and then what follows too. */
    public void play(ShortBuffer block) {
        if (IntStream.range(0, block.limit()).allMatch(i -> block.get(i) == 0)) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(block.remaining() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(block);
        try {
            OutputStream input = player.getOutputStream();
            input.write(bytes.array());
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : List.of(player, server)) {
            process.destroyForcibly().onExit().join();
        }
    }
}
