package io.github.stagerecorder.streaming;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** GStreamer's own SRT listener, which takes one connection and writes it into an MPEG-TS file. */
public final class SrtServer extends StreamServer {
    private static final Path SOCKETS = Path.of("/proc/net/udp");

    public SrtServer(Path folder) {
        super(folder);
    }

    public URI address() {
        return URI.create("srt://127.0.0.1:" + port);
    }

    @Override
    List<String> command(int start) {
        return List.of(
                "gst-launch-1.0",
                "srtsrc",
                "uri=srt://127.0.0.1:" + port + "?mode=listener",
                "!",
                "filesink",
                "buffer-mode=unbuffered",
                "location=" + folder.resolve("received-" + start + ".ts"));
    }

    /** A caller would be taken for the stream. */
    @Override
    boolean isReady() {
        try {
            return Files.readString(SOCKETS).contains(String.format(":%04X ", port));
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
