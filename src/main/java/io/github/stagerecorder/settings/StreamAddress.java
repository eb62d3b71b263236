package io.github.stagerecorder.settings;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a stream goes. Parts of it are secret: the user's name and password, an RTMP or RTSP path behind its first
 * part, or all of it if it has one part only, and what the query's values are. Only {@link #location} gives them away. Immutable.
 */
public final class StreamAddress {
    private static final Pattern PARTS = Pattern.compile("([^:]+)://(?:([^/?#]*)@)?([^/?#]*)([^?]*)(?:\\?(.*))?");
    private static final Pattern QUERY_VALUE = Pattern.compile("(?<=^|&)([^=&]*)=([^&]*)");
    private static final Pattern PORT = Pattern.compile("(?<=:)[^:\\]]*$");
    private static final Pattern PASSPHRASE = Pattern.compile("(?<=^|&)passphrase=([^&]+)");
    private static final int MOST_PORT = 65_535;

    private final StreamProtocol protocol;
    private final boolean secure;
    private final String location; // empty for one that leads nowhere
    private final StreamSecrets secrets = new StreamSecrets();
    private final String shown;

    private StreamAddress(StreamProtocol protocol, boolean secure, String location, boolean isPathSecret) {
        this.protocol = protocol;
        this.secure = secure;
        this.location = location;
        shown = location.isEmpty() ? protocol.word() : hide(isPathSecret);
    }

    /** Returns an address of the same kind that leads nowhere. */
    StreamAddress withoutPlace() {
        return new StreamAddress(protocol, secure, "", false);
    }

    /**
     * @param key the last part of the path, or the {@code streamid} of SRT; null if the address has all
     * @throws IllegalArgumentException if the scheme is unknown, or something is missing or impossible; the message
     *     tells no secret
     */
    public static StreamAddress of(URI uri, String key) {
        StreamProtocol protocol = StreamProtocol.of(uri.getScheme());
        boolean isPathSecret =
                key != null && Objects.requireNonNullElse(uri.getRawPath(), "").length() < 2;
        StreamAddress address = new StreamAddress(
                protocol,
                StreamProtocol.isSecure(uri.getScheme()),
                located(protocol, inLowerCase(uri), key),
                isPathSecret);
        if (key != null) {
            address.secrets.note(key.strip());
        }
        String host = Objects.requireNonNullElse(uri.getRawAuthority(), "").replaceFirst("^.*@", "");
        if (host.replaceFirst(":\\d*$", "").isEmpty()) {
            throw new IllegalArgumentException("the address " + address + " of a stream has no host");
        }
        requirePort(protocol, host);
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of a stream has a \"#\", and what follows is never sent");
        }
        address.requireKey();
        if (protocol == StreamProtocol.SRT && uri.getRawQuery() != null) {
            requirePassphrase(uri.getRawQuery());
        }
        return address;
    }

    /** GStreamer's SRT knows its scheme only so. */
    private static String inLowerCase(URI uri) {
        String scheme = uri.getScheme();
        return scheme.toLowerCase(Locale.ROOT) + uri.toString().substring(scheme.length());
    }

    /** GStreamer would connect elsewhere, or never. What is no number may be a part of a password. */
    private static void requirePort(StreamProtocol protocol, String host) {
        Matcher port = PORT.matcher(host);
        String digits = port.find() ? port.group() : "";
        boolean isMissing = digits.isEmpty() && protocol == StreamProtocol.SRT;
        boolean isPossible =
                digits.isEmpty() || digits.matches("0*[1-9]\\d{0,4}") && Integer.parseInt(digits) <= MOST_PORT;
        if (isMissing || !isPossible) {
            throw new IllegalArgumentException(
                    (isMissing ? "an SRT stream needs a port, as in srt://host:9000" : "the port of a stream")
                            + ": it must be from 1 to " + MOST_PORT);
        }
    }

    /** SRT says only that it cannot open. */
    private static void requirePassphrase(String query) {
        Matcher passphrase = PASSPHRASE.matcher(query);
        if (passphrase.find() && !passphrase.group(1).matches("([^%]|%..){10,80}")) {
            throw new IllegalArgumentException("the passphrase of an SRT stream must have 10 to 80 characters");
        }
    }

    private void requireKey() {
        if (protocol == StreamProtocol.RTMP && !location.matches("[^:]+://[^/]*/[^/?]+/.+")) {
            throw new IllegalArgumentException(
                    "the address " + shown + " of a stream has no key: it must be rtmp://host/application/key");
        }
    }

    private static String located(StreamProtocol protocol, String uri, String key) {
        if (key == null) {
            return uri;
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key of a stream is empty");
        }
        if (key.strip().chars().anyMatch(Character::isISOControl)) { // RTSP would take what follows for a header
            throw new IllegalArgumentException("the key of a stream has a line break or another control character");
        }
        if (protocol == StreamProtocol.SRT) {
            String encoded =
                    URLEncoder.encode(key.strip(), StandardCharsets.UTF_8).replace("+", "%20");
            return uri + (uri.contains("?") ? "&" : "?") + "streamid=" + encoded;
        }
        String[] parts = uri.split("\\?", 2);
        String path = parts[0] + (parts[0].endsWith("/") ? "" : "/") + key.strip(); // servers compare it as it is
        return parts.length == 1 ? path : path + (path.contains("?") ? "&" : "?") + parts[1];
    }

    public StreamProtocol protocol() {
        return protocol;
    }

    /** Returns whether it is encrypted by TLS. */
    public boolean isSecure() {
        return secure;
    }

    /** Returns the whole address, with its secrets, for the element that connects. */
    public String location() {
        return location;
    }

    /** Returns a text of others with the secrets of this address hidden. */
    public String redact(String text) {
        return secrets.redact(text);
    }

    private String hide(boolean isPathSecret) {
        Matcher parts = PARTS.matcher(location);
        if (!parts.matches()) {
            secrets.note(location);
            return protocol.word() + "://" + StreamSecrets.HIDDEN;
        }
        StringBuilder words = new StringBuilder(parts.group(1)).append("://");
        if (parts.group(2) != null) {
            hideUser(parts.group(2));
            words.append(StreamSecrets.HIDDEN).append('@');
        }
        words.append(parts.group(3)).append(hidePath(parts.group(4), isPathSecret));
        if (parts.group(5) != null) {
            words.append('?').append(hideQuery(parts.group(5)));
        }
        return words.toString();
    }

    private void hideUser(String user) {
        secrets.note(user);
        for (String part : user.split(":")) {
            secrets.note(part);
        }
    }

    private String hidePath(String path, boolean isAllSecret) {
        int first = isAllSecret ? 0 : Math.max(0, path.indexOf('/', 1));
        if (protocol == StreamProtocol.SRT || first + 1 >= path.length()) {
            return path;
        }
        String secret = path.substring(first + 1);
        secrets.note(secret);
        for (String part : secret.split("/")) {
            secrets.note(part);
        }
        return path.substring(0, first + 1) + StreamSecrets.HIDDEN;
    }

    private String hideQuery(String query) {
        Matcher values = QUERY_VALUE.matcher(query);
        while (values.find()) {
            secrets.note(values.group(2));
        }
        if (!query.contains("=")) {
            secrets.note(query);
            return StreamSecrets.HIDDEN;
        }
        return values.replaceAll("$1=" + Matcher.quoteReplacement(StreamSecrets.HIDDEN));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamAddress address
                && address.protocol == protocol
                && address.secure == secure
                && address.location.equals(location);
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, secure, location);
    }

    /** Returns the address without its secrets. */
    @Override
    public String toString() {
        return shown;
    }
}
