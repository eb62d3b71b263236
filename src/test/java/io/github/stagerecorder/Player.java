package io.github.stagerecorder;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A program that has a file open, as players do. */
final class Player implements AutoCloseable {
    /** Windows lets each program say whether others may move and remove the file meanwhile. */
    enum Sharing {
        SHARED,
        HELD
    }

    private static final String OPEN = "open";

    private final Process program;

    private Player(Process program) {
        this.program = program;
    }

    /** Returns when the program has the file open. */
    static Player of(Path file, Sharing sharing) throws IOException {
        Process program =
                ChildJvm.of(Player.class, file.toString(), sharing.name()).start();
        BufferedReader output = program.inputReader();
        ChildJvm.awaitLine(output, OPEN);
        return new Player(program);
    }

    /** The arguments are the file and how it is opened. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Closeable open = Sharing.valueOf(arguments[1]) == Sharing.SHARED
                ? FileChannel.open(file)
                : new FileInputStream(file.toFile());
        System.out.println(OPEN);
        System.in.read(); // until it is killed
        open.close();
    }

    boolean isPlaying() {
        return program.isAlive();
    }

    @Override
    public void close() {
        program.destroyForcibly().onExit().join();
    }
}
