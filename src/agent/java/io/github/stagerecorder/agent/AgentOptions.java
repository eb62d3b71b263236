package io.github.stagerecorder.agent;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What stands behind the agent's jar: {@code out=clips,fps=60,key=F9}.
 *
 * @param key null if no key does anything
 * @param startsNow whether a window is recorded from its beginning
 * @param length after which a recording ends by itself; null if it does not
 * @param replay how much is kept for a replay; null if none is
 * @param format the extension of the files
 * @param newFiles whether another size of the window has another file
 * @param quality in the words of the recorder
 */
public record AgentOptions(
        Command command,
        Path folder,
        double fps,
        Key key,
        boolean startsNow,
        Duration length,
        Duration replay,
        String format,
        boolean newFiles,
        String quality) {

    /**
     * Reads the options.
     *
     * @param words null if there are none
     * @throws IllegalArgumentException if one is wrong; the message has the list of the right ones
     */
    public static AgentOptions parse(String words) {
        try {
            return read(new OptionReader(words == null ? "" : words));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + OptionReader.LIST, e);
        }
    }

    /**
     * Reads the options of a program that starts, which take no command.
     *
     * @throws IllegalArgumentException as above, or if there is a command
     */
    static AgentOptions parseAtStart(String words) {
        AgentOptions parsed = parse(words);
        if (parsed.command != Command.LOAD) {
            throw new IllegalArgumentException("\"" + parsed.command.name().toLowerCase(Locale.ROOT)
                    + "\" without a value is for a program that runs already." + OptionReader.LIST);
        }
        return parsed;
    }

    /** Returns the same options, but for windows that are still to come. */
    public AgentOptions starting(boolean now) {
        return new AgentOptions(command, folder, fps, key, now, length, replay, format, newFiles, quality);
    }

    private static AgentOptions read(OptionReader reader) {
        Command command = Objects.requireNonNullElse(reader.command(), Command.LOAD);
        Path folder = reader.value("out", "recordings", AgentOptions::folder);
        double fps = reader.value("fps", "60", word -> number(word, 1, 1000));
        String start = reader.value("start", null, word -> oneOf(word, List.of("now", "key")));
        boolean byKey = "key".equals(start);
        Key key = reader.value("key", byKey ? "F9" : null, Key::parse);
        Duration length = reader.value("seconds", null, AgentOptions::seconds);
        Duration replay = reader.value("replay", null, AgentOptions::seconds);
        String format = reader.value("format", "mp4", word -> oneOf(word, OptionReader.FORMATS));
        String resize = reader.value("resize", "scale", word -> oneOf(word, List.of("scale", "new-file")));
        String quality = reader.value("quality", "medium", word -> oneOf(word, OptionReader.QUALITIES));
        reader.requireAllRead();
        if (replay != null && byKey) {
            throw new IllegalArgumentException(
                    "start=key and replay cannot be combined: with replay, the key saves the last seconds");
        }
        boolean startsNow = start == null ? replay == null : !byKey;
        boolean newFiles = resize.equals("new-file");
        return new AgentOptions(command, folder, fps, key, startsNow, length, replay, format, newFiles, quality);
    }

    /** Returns the folder of a word. A shell leaves the tilde in it, because the word does not begin with that. */
    static Path folder(String word) {
        if (word.isBlank()) {
            throw new IllegalArgumentException("must name a folder");
        }
        boolean isAtHome = word.equals("~") || word.startsWith("~/");
        try {
            return Path.of(isAtHome ? System.getProperty("user.home") + word.substring(1) : word)
                    .toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path: " + e.getMessage(), e);
        }
    }

    private static Duration seconds(String word) {
        return Duration.ofMillis(Math.round(number(word, 0.1, 86_400) * 1000));
    }

    private static double number(String word, double least, double most) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException("must be a number from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String oneOf(String word, List<String> words) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!words.contains(lower)) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", words));
        }
        return lower;
    }
}
