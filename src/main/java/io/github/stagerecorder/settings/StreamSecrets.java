package io.github.stagerecorder.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must not be told, in whatever way an address writes it. */
final class StreamSecrets {
    static final String HIDDEN = "***";

    /** The longest first, because one may be a part of another one. */
    private final Set<String> secrets =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Adds a part of an address, as it is written there. */
    void note(String part) {
        if (!part.isEmpty()) {
            secrets.add(part);
            secrets.add(decoded(part));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) { // it is not encoded
            return text;
        }
    }

    /** Returns the text without the secrets. It may have any of their characters encoded. */
    String redact(String text) {
        if (secrets.isEmpty()) {
            return text;
        }
        String any = secrets.stream().map(StreamSecrets::pattern).collect(Collectors.joining("|"));
        return Pattern.compile(any).matcher(text).replaceAll(Matcher.quoteReplacement(HIDDEN));
    }

    private static String pattern(String secret) {
        return secret.codePoints()
                .mapToObj(Character::toString)
                .map(each -> "(?:" + Pattern.quote(each) + "|(?i:" + encoded(each) + "))")
                .collect(Collectors.joining());
    }

    private static String encoded(String character) {
        StringBuilder octets = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            octets.append(String.format("%%%02x", octet));
        }
        return octets.toString();
    }
}
