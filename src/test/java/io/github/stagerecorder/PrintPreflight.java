package io.github.stagerecorder;

import java.nio.file.Path;

/** A program that looks before it records, without a GL context: argument 0 is the file. Prints the report. */
final class PrintPreflight {
    private PrintPreflight() {}

    public static void main(String[] arguments) {
        System.out.print(
                StageRecorder.builder(Path.of(arguments[0])).size(320, 240).preflight());
    }
}
