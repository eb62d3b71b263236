package io.github.stagerecorder.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a stream travels. */
public enum StreamProtocol {
    RTMP("rtmp", "rtmps"),
    SRT("srt"),
    RTSP("rtsp", "rtsps");

    private final List<String> schemes;

    StreamProtocol(String... schemes) {
        this.schemes = List.of(schemes);
    }

    /** @throws IllegalArgumentException if no protocol has this scheme; null is none */
    static StreamProtocol of(String scheme) {
        String word = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(protocol -> protocol.schemes.contains(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a stream cannot go to the scheme \"" + word
                        + "\": use rtmp://, rtmps://, srt://, rtsp:// or rtsps://"));
    }

    /** Returns whether a scheme of one of the protocols is that of its encrypted form. */
    static boolean isSecure(String scheme) {
        return !of(scheme).word().equalsIgnoreCase(scheme);
    }

    /** Returns the protocol's name in lower case, as in an address. */
    public String word() {
        return schemes.get(0);
    }
}
