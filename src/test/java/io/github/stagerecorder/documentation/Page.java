package io.github.stagerecorder.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in Markdown. */
record Page(Path file) {
    /** A fence, its language, the comment right above it, and what is between the fences. */
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(?:^ *<!-- ?([^\n]*?) ?-->\n\\s*)?^( *)```(\\S*)\n(.*?)^\\2```$");

    private static final Pattern CODE = Pattern.compile("`((?:[^`\n]|\n(?!\n))+)`"); // maybe on two lines
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /**
     * @param language as the fence says, or empty
     * @param mark the comment right above, or empty
     */
    record Block(Page page, int line, String language, String mark, String text) {
        @Override
        public String toString() {
            return page.file + ":" + line;
        }
    }

    /** Returns all pages but the changelog, which names what is no more, and the reports of programs. */
    static List<Page> all() {
        Stream<Path> roots = Stream.of("README.md", "CONTRIBUTING.md", "DESIGN_NOTES.md", "docs", "examples", "src/it")
                .map(Path::of)
                .filter(Files::exists);
        return Stream.concat(roots.flatMap(Page::under), Stream.of(Path.of("benchmarks/README.md")))
                .map(Page::new)
                .toList();
    }

    private static Stream<Path> under(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found
                    .filter(file ->
                            file.toString().endsWith(".md") && !file.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        String text = text();
        List<Block> blocks = new ArrayList<>();
        for (MatchResult found : BLOCK.matcher(text).results().toList()) {
            int line = (int) text.substring(0, found.start(3)).lines().count();
            String mark = found.group(1) == null ? "" : found.group(1);
            blocks.add(new Block(this, line, found.group(3), mark, found.group(4)));
        }
        return blocks;
    }

    /** Returns what is between backticks, and the blocks that are not compiled. */
    List<String> code() {
        return Stream.concat(
                        CODE.matcher(withoutBlocks())
                                .results()
                                .map(found -> found.group(1).replaceAll("\\s+", " ")),
                        blocks().stream()
                                .filter(block -> !block.language().equals("java"))
                                .flatMap(block -> block.text().lines()))
                .toList();
    }

    /** Returns where its links and pictures lead. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(withoutBlocks()).replaceAll("`"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Returns the anchors that a forge makes of the headings. */
    Set<String> anchors() {
        return HEADING.matcher(withoutBlocks())
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text()).replaceAll("");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
