package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links within the project lead somewhere, and each page can be reached. */
class LinksTest {
    @Test
    void shouldLeadToAFileAndToItsHeading() {
        Stream<Page> pages = Stream.concat(Page.all().stream(), Stream.of(new Page(Path.of("CHANGELOG.md"))));
        assertEquals(List.of(), pages.flatMap(LinksTest::dead).toList());
    }

    @Test
    void shouldFindDeadLinks(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(
                page, "# One: `two`\n[a](page.md#one-two) [b](#one) [c](none.md) `[d](none.md)` [e](http://e)\n");
        assertEquals(
                List.of(page + ": #one", page + ": none.md"),
                dead(new Page(page)).toList());
    }

    private static Stream<String> dead(Page page) {
        return page.links().stream()
                .filter(link -> !link.matches("https?:.*") && !isAlive(page, link))
                .map(link -> page + ": " + link);
    }

    private static boolean isAlive(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || new Page(target).anchors().contains(parts[1]));
    }

    @Test
    void shouldReachEachPageFromTheIndex() {
        Path docs = Path.of("docs");
        var linked = new Page(docs.resolve("README.md"))
                .links().stream().map(link -> docs.resolve(link).normalize()).collect(Collectors.toSet());
        List<Path> unreachable = Page.all().stream()
                .map(Page::file)
                .filter(file -> docs.equals(file.getParent()) && !file.endsWith("README.md") && !linked.contains(file))
                .toList();
        assertEquals(List.of(), unreachable);
        assertTrue(linked.size() > 5);
    }
}
