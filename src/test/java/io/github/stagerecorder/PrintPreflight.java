package io.github.stagerecorder;

import java.nio.file.Path;

/** Prints a preflight report without a GL context. Argument 0 is the output file. */
final class PrintPreflight {
    private PrintPreflight() {}

    public static void main(String[] arguments) {
        System.out.print(
                StageRecorder.builder(Path.of(arguments[0])).size(320, 240).preflight());
    }
}
