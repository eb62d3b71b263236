package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each message on the pages about troubles and the agent is one of ours. */
class MessagesTest {
    private static final Pattern QUOTED = Pattern.compile("(?m)^- `([^`\n]+)`(?: and `([^`\n]+)`)?$");
    private static final Pattern TOLD = Pattern.compile("(?:Level\\.WARNING|FailureKind\\.[A-Z_]+),\\s*\"([^\"]{3,})");
    private static final int LEAST_CHARACTERS = 3; // that a part of a message has in one string of the sources

    private final String sources = Sources.joined(Sources.under("src/main", "native", "src/agent"));

    @Test
    void shouldQuoteOurOwnMessages() {
        List<String> messages = Stream.of("docs/troubleshooting.md", "docs/agent.md")
                .flatMap(page -> QUOTED.matcher(new Page(Path.of(page)).text()).results())
                .flatMap(found -> found.group(2) == null
                        ? List.of(found.group(1)).stream()
                        : List.of(found.group(1), found.group(2)).stream())
                .toList();
        assertTrue(messages.size() > 50, messages.size() + " messages");
        assertEquals(
                List.of(), messages.stream().filter(message -> !isOurs(message)).toList());
    }

    /** Whoever meets one looks for its first words. */
    @ParameterizedTest
    @CsvSource({"src/main, docs/troubleshooting.md, 40", "src/agent, docs/agent.md, 5"})
    void shouldExplainEachWarningAndEachFailure(String folder, Path file, int fewest) {
        String page = new Page(file).text().replace('"', '\'');
        List<String> told = TOLD.matcher(Sources.joined(Sources.under(folder)))
                .results()
                .map(found -> found.group(1).replaceFirst("[ :,']+$", ""))
                .distinct()
                .toList();
        assertTrue(told.size() >= fewest, told.size() + " messages");
        assertEquals(
                List.of(), told.stream().filter(words -> !page.contains(words)).toList());
    }

    @Test
    void shouldFindAForeignMessage() {
        assertTrue(isOurs("cannot write …: it exists; ask for overwrite(true) to replace it"));
        assertTrue(!isOurs("cannot write …: it exists; ask for replace(true) to replace it"));
        assertTrue(!isOurs("the moon is too far from …"));
    }

    /** The dots stand for what varies. */
    private boolean isOurs(String message) {
        return List.of(message.replace('"', '\'').split("…")).stream().allMatch(this::isComposed);
    }

    /** Returns whether the words are those of one string of the sources, or of several that end where the next begins. */
    private boolean isComposed(String words) {
        String left = words.replaceFirst("^[\\s:;,.()']+", "");
        if (sources.contains(left)) {
            return true;
        }
        int end = left.length();
        while (end >= LEAST_CHARACTERS && !sources.contains(left.substring(0, end) + '"')) {
            end--;
        }
        return end >= LEAST_CHARACTERS && isComposed(left.substring(end));
    }
}
