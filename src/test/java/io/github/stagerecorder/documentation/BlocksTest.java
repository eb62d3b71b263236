package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each block of code is looked at by a test. Java is compiled and run by {@link JavaBlocksTest}, commands are run by
 * {@link CommandsTest} or by what it names, and blocks of other languages are excerpts of files that are run: the
 * comment {@code <!-- excerpt of FILE -->} above a block names the file.
 */
class BlocksTest {
    private static final Set<String> KNOWN = Set.of("java", "sh", "xml", "text");
    private static final String EXCERPT = "excerpt of ";

    @Test
    void shouldSayTheirLanguage() {
        List<String> unknown = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> !KNOWN.contains(block.language()) && !isExcerpt(block))
                .map(block -> block + ": \"" + block.language() + "\"")
                .toList();
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("excerpts")
    void shouldHaveTheLinesOfTheFile(Page.Block block) throws IOException {
        List<String> file = lines(Files.readString(Path.of(block.mark().substring(EXCERPT.length()))));
        List<String> excerpt = lines(block.text());
        assertTrue(excerpt.size() > 0);
        assertTrue(Collections.indexOfSubList(file, excerpt) >= 0, () -> block + " is no part of its file: " + excerpt);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static Stream<Page.Block> excerpts() {
        return Page.all().stream().flatMap(page -> page.blocks().stream()).filter(BlocksTest::isExcerpt);
    }

    static boolean isExcerpt(Page.Block block) {
        return block.mark().startsWith(EXCERPT);
    }
}
