package io.github.stagerecorder.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the words of the options one by one, so that what is left at the end is what nobody knows. */
final class OptionReader {
    static final List<String> FORMATS = List.of("mp4", "mov", "mkv", "webm", "ogg");
    static final List<String> QUALITIES = List.of("low", "medium", "high");

    static final String LIST = """

            The agent's options, separated by commas:
              out=FOLDER             where the files go (recordings); with commas in quotes: out='a, b'
              fps=NUMBER             frames per second of the files (60)
              key=F1..F12            starts and stops; with replay=, saves the last seconds (none)
              start=now|key          record from the beginning, or from the first time the key is pressed (now)
              seconds=NUMBER         end each recording after that time
              replay=SECONDS         keep the last seconds; then nothing else is recorded unless start=now is given
              format=%s (mp4)
              resize=scale|new-file  what happens to a file when its window changes its size (scale)
              quality=%s (medium)
            """.formatted(String.join("|", FORMATS), String.join("|", QUALITIES));

    private static final Pattern QUOTED = Pattern.compile("'.*'|\".*\"");
    private static final Pattern WORD = Pattern.compile("[^,=]*=\\s*(?:'.*?'|\".*?\")\\s*(?=,|$)|[^,]+");

    private final Map<String, String> values = new LinkedHashMap<>();
    private Command command; // null if there is none

    OptionReader(String words) {
        split(words).stream().map(String::strip).filter(word -> !word.isEmpty()).forEach(this::take);
    }

    /** Splits at the commas, but for those in a value between quotes, which stay. */
    static List<String> split(String words) {
        Matcher word = WORD.matcher(words);
        List<String> found = new ArrayList<>();
        while (word.find()) {
            found.add(word.group());
        }
        return found;
    }

    /** Returns a value without the quotes around it. */
    static String unquoted(String value) {
        return QUOTED.matcher(value).matches() ? value.substring(1, value.length() - 1) : value;
    }

    private void take(String word) {
        int equals = word.indexOf('=');
        Command named = Command.named(word);
        if (named != null && command == null) {
            command = named;
        } else if (equals < 1) {
            throw new IllegalArgumentException("\"" + word + "\" is no option of the agent.");
        } else if (values.put(word.substring(0, equals), unquoted(word.substring(equals + 1))) != null) {
            throw new IllegalArgumentException(word.substring(0, equals) + " is given twice.");
        }
    }

    /** Returns what is to be done; null if only options were given. */
    Command command() {
        return command;
    }

    /** @param otherwise what stands for an option that is not given; null for none, which is returned as null */
    <T> T value(String name, String otherwise, Function<String, T> parser) {
        String given = values.remove(name);
        String word = given == null ? otherwise : given;
        try {
            return word == null ? null : parser.apply(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + "=" + word + ": " + e.getMessage() + ".", e);
        }
    }

    void requireAllRead() {
        if (!values.isEmpty()) {
            String name = values.keySet().iterator().next();
            throw new IllegalArgumentException("\"" + name + "\" is no option of the agent.");
        }
    }
}
