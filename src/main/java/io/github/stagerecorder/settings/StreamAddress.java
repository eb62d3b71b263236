package io.github.stagerecorder.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a stream goes. Parts of it are secret: the user's name and password, the last part of an RTMP or RTSP path,
 * and what the query's values are. Only {@link #location} gives them away. Immutable.
 */
public final class StreamAddress {
    private static final String HIDDEN = "***";
    private static final Pattern PARTS = Pattern.compile("([^:]+)://(?:([^/?#]*)@)?([^/?#]*)([^?]*)(?:\\?(.*))?");
    private static final Pattern QUERY_VALUE = Pattern.compile("(?<=^|&)([^=&]*)=([^&]*)");

    private final StreamProtocol protocol;
    private final String location; // empty for one that leads nowhere
    private final String shown;
    private final Set<String> secrets; // the longest first, because one may be a part of another one

    private StreamAddress(StreamProtocol protocol, String location) {
        this.protocol = protocol;
        this.location = location;
        secrets = new LinkedHashSet<>();
        shown = location.isEmpty() ? protocol.word() : hide();
    }

    /** Returns an address of this kind that leads nowhere. */
    static StreamAddress of(StreamProtocol protocol) {
        return new StreamAddress(protocol, "");
    }

    /**
     * @param key the last part of the path, or the {@code streamid} of SRT; null if the address has all
     * @throws IllegalArgumentException if the scheme is unknown or the host is missing; the message tells no secret
     */
    public static StreamAddress of(URI uri, String key) {
        StreamProtocol protocol = StreamProtocol.of(uri.getScheme());
        StreamAddress address = new StreamAddress(protocol, located(protocol, uri.toString(), key));
        String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
        if (authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", "").isEmpty()) {
            throw new IllegalArgumentException("the address " + address + " of a stream has no host");
        }
        return address;
    }

    private static String located(StreamProtocol protocol, String uri, String key) {
        if (key == null) {
            return uri;
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key of a stream is empty");
        }
        String encoded = URLEncoder.encode(key.strip(), StandardCharsets.UTF_8).replace("+", "%20");
        if (protocol == StreamProtocol.SRT) {
            return uri + (uri.contains("?") ? "&" : "?") + "streamid=" + encoded;
        }
        return uri + (uri.endsWith("/") ? "" : "/") + key.strip(); // servers compare it as it is, with its query
    }

    public StreamProtocol protocol() {
        return protocol;
    }

    /** Returns the whole address, with its secrets, for the element that connects. */
    public String location() {
        return location;
    }

    /** Returns a text of others with the secrets of this address hidden. */
    public String redact(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, HIDDEN);
        }
        return redacted;
    }

    private String hide() {
        Matcher parts = PARTS.matcher(location);
        if (!parts.matches()) {
            noteSecret(location);
            return protocol.word() + "://" + HIDDEN;
        }
        StringBuilder words = new StringBuilder(parts.group(1)).append("://");
        if (parts.group(2) != null) {
            hideUser(parts.group(2));
            words.append(HIDDEN).append('@');
        }
        words.append(parts.group(3)).append(hidePath(parts.group(4)));
        if (parts.group(5) != null) {
            words.append('?').append(hideQuery(parts.group(5)));
        }
        sortSecrets();
        return words.toString();
    }

    private void hideUser(String user) {
        noteSecret(user);
        for (String part : user.split(":")) {
            noteSecret(part);
        }
    }

    private String hidePath(String path) {
        int last = path.lastIndexOf('/');
        if (protocol == StreamProtocol.SRT || last < 0 || last == path.length() - 1) {
            return path;
        }
        noteSecret(path.substring(last + 1));
        return path.substring(0, last + 1) + HIDDEN;
    }

    private String hideQuery(String query) {
        Matcher values = QUERY_VALUE.matcher(query);
        while (values.find()) {
            noteSecret(values.group(2));
        }
        if (!query.contains("=")) {
            noteSecret(query);
            return HIDDEN;
        }
        return values.replaceAll("$1=" + Matcher.quoteReplacement(HIDDEN));
    }

    private void noteSecret(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
            secrets.add(decoded(secret));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) { // it is not encoded
            return text;
        }
    }

    private void sortSecrets() {
        var sorted = secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        secrets.clear();
        secrets.addAll(sorted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamAddress address
                && address.protocol == protocol
                && address.location.equals(location);
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, location);
    }

    /** Returns the address without its secrets. */
    @Override
    public String toString() {
        return shown;
    }
}
