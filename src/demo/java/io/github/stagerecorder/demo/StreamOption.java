package io.github.stagerecorder.demo;

import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the recording is sent, beside its file or alone. The key is no argument, which other users could see. */
final class StreamOption {
    private static final String KEY_VARIABLE = "STAGERECORDER_STREAM_KEY";
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // which editors of Windows put in front

    @Option(
            names = "--stream",
            paramLabel = "URI",
            description =
                    "Send the recording to a server too, by rtmp://, srt:// or rtsp://; the output is stage.mp4 then,"
                            + " or with - nothing. The key comes from the variable " + KEY_VARIABLE
                            + " or from --stream-key-file.")
    private URI address;

    @Option(names = "--stream-key-file", paramLabel = "FILE", description = "A file whose first line is the key.")
    private Path keyFile;

    @Option(names = "--bit-rate", paramLabel = "BPS", description = "The most bits of picture a second of the stream.")
    private Integer bitRateBps;

    /** @throws ParameterException if an option is wrong */
    void validate(CommandSpec command) {
        if (address == null && (keyFile != null || bitRateBps != null)) {
            throw new ParameterException(
                    command.commandLine(), "--stream-key-file and --bit-rate are for a stream: give --stream too");
        }
    }

    boolean isGiven() {
        return address != null;
    }

    /** Returns the builder of a recording that is sent, and written into a file where there is one. */
    RecorderBuilder into(Optional<Path> file) {
        RecorderBuilder builder = file.map(StageRecorder::builder).orElseGet(StageRecorder::builder);
        String key = key();
        RecorderBuilder sent = key == null ? builder.alsoTo(address) : builder.alsoTo(address, key);
        return bitRateBps == null ? sent : sent.bitRate(bitRateBps);
    }

    /** Returns null if the address has all. */
    private String key() {
        if (keyFile == null) {
            return System.getenv(KEY_VARIABLE);
        }
        try {
            String text = Files.readString(keyFile);
            return text.replaceFirst("^" + BYTE_ORDER_MARK, "")
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + keyFile + " cannot be read: " + e, e);
        }
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return address == null ? "" : address.getScheme() + "://" + host();
    }

    /** Java gives no host of a name with an underscore. */
    private String host() {
        return address.getRawAuthority().replaceFirst("^.*@", "").replaceFirst(":\\d*$", "");
    }
}
