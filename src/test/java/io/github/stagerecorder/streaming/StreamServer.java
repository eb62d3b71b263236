package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server in a process of its own, which writes what it receives over each connection into a file. */
public abstract class StreamServer implements AutoCloseable {
    /** Why there is none on Windows. */
    static final String DEBIANS = "the servers are those of Debian";

    static final double LONGEST_S = 20;

    final Path folder;
    final int port;
    private int starts;
    private Process process;

    StreamServer(Path folder) {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), DEBIANS);
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param start how often it has been started before */
    abstract List<String> command(int start) throws IOException;

    /** Returns whether the server takes connections. */
    abstract boolean isReady();

    public void start() {
        try {
            process = new ProcessBuilder(command(starts++))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server-" + starts + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the server is ready", this::isReady);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it without its end: its connections stay, and it takes nothing from them. */
    void freeze() {
        signal("STOP");
    }

    /** Has it go on after {@link #freeze}. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended by itself. */
    public void awaitExit() throws InterruptedException {
        if (!process.waitFor((long) LONGEST_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end");
        }
    }

    /** Returns the files of all connections, the oldest first. */
    public List<Path> received(String extension) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + (long) (LONGEST_S * 1e9);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("not within " + LONGEST_S + " s: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
