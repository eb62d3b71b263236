package io.github.stagerecorder;

import java.nio.file.Path;

/** Prints a preflight report without a GL context. The arguments are the output file, and perhaps a number of channels. */
final class PrintPreflight {
    private PrintPreflight() {}

    public static void main(String[] arguments) {
        RecorderBuilder builder = StageRecorder.builder(Path.of(arguments[0])).size(320, 240);
        if (arguments.length > 1) {
            builder.audio(48_000, Integer.parseInt(arguments[1]), SampleFormat.S16);
        }
        System.out.print(builder.preflight());
    }
}
