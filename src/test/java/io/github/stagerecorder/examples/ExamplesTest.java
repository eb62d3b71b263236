package io.github.stagerecorder.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples as they are written. {@code mvn verify} runs each, by {@link RunExample}. */
class ExamplesTest {
    private static final Pattern OURS = Pattern.compile("<artifactId>stagerecorder</artifactId>\\s*<version>(.+?)<");

    @ParameterizedTest
    @MethodSource("examples")
    void shouldDependOnTheVersionThatIsBuilt(Path example) throws IOException {
        assertEquals(version(Path.of("pom.xml")), version(example.resolve("pom.xml")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeOnThePageOfToolkits(Path example) throws IOException {
        assertTrue(Files.readString(Path.of("docs/toolkits.md")).contains("](../" + example + ")"));
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String version(Path pom) throws IOException {
        return OURS.matcher(Files.readString(pom))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
