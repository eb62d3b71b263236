package io.github.stagerecorder.file;

import java.nio.file.Path;

/** Prints the free room for a file. */
final class TellFreeBytes {
    private TellFreeBytes() {}

    public static void main(String[] arguments) {
        System.out.println(new OutputTarget(Path.of(arguments[0]), false).freeBytes());
    }
}
