package io.github.stagerecorder;

import java.net.URI;
import java.nio.file.Path;

/** Prints a preflight report without a GL context. The arguments are the output file or the address of a stream, and perhaps a number of channels. */
final class PrintPreflight {
    private PrintPreflight() {}

    public static void main(String[] arguments) {
        String to = arguments[0];
        RecorderBuilder builder =
                to.contains("://") ? StageRecorder.stream(URI.create(to)) : StageRecorder.builder(Path.of(to));
        builder.size(320, 240);
        if (arguments.length > 1) {
            builder.audio(48_000, Integer.parseInt(arguments[1]), SampleFormat.S16);
        }
        System.out.print(builder.preflight());
    }
}
