package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages are read in a terminal too, where long lines are broken anywhere. */
class LinesTest {
    private static final int WIDEST = 120;

    /** Rows of tables, and messages that are quoted whole. */
    private static final Pattern UNBREAKABLE = Pattern.compile("\\|.*|- `[^`]*`");

    @Test
    void shouldFitIntoATerminal() {
        assertEquals(List.of(), Page.all().stream().flatMap(LinesTest::wide).toList());
    }

    @Test
    void shouldFindAWideLine(@TempDir Path folder) throws IOException {
        String wide = "x".repeat(WIDEST + 1);
        Path page =
                Files.writeString(folder.resolve("page.md"), "one\n" + wide + "\n| " + wide + "\n- `" + wide + "`\n");
        assertEquals(List.of(page + ":2"), wide(new Page(page)).toList());
    }

    private static Stream<String> wide(Page page) {
        List<String> lines = page.text().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> isWide(lines.get(index)))
                .mapToObj(index -> page + ":" + (index + 1));
    }

    private static boolean isWide(String line) {
        return line.codePointCount(0, line.length()) > WIDEST
                && !UNBREAKABLE.matcher(line).matches();
    }
}
