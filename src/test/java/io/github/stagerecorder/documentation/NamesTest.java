package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecorderBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages name in code is there: methods, tests, files, and the version. */
class NamesTest {
    private static final Pattern METHOD = Pattern.compile("\\b([a-zA-Z]\\w+)\\(");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|Benchmark)\\b");
    private static final Pattern FILE = Pattern.compile("^(?:src|native|scripts|docs|benchmarks|examples)/[\\w./-]+$");
    private static final Pattern CLASS = Pattern.compile("\\bio(?:\\.[a-z]\\w*)+\\.[A-Z]\\w+\\b");
    private static final Pattern CHOSEN = Pattern.compile("-Djmh\\.benchmarks=([\\w|]+)");
    private static final Pattern PROPERTY = Pattern.compile("\"(stagerecorder(?:\\.[a-z]+)+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^ +([a-z]+)=\\S+ {2,}[a-z]");
    private static final Pattern ARTIFACT = Pattern.compile("stagerecorder[:-](\\d+\\.\\d+\\.\\d+)");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    @Test
    void shouldNameMethodsThatAreThere() {
        String sources = Sources.under("src", "native", "benchmarks", "examples");
        Set<String> known =
                METHOD.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertEquals(List.of(), named(METHOD, 1, name -> !known.contains(name)));
    }

    @Test
    void shouldNameTestsAndBenchmarksThatAreThere() throws IOException {
        Set<String> known;
        try (Stream<Path> sources = Stream.concat(Files.walk(Path.of("src")), Files.walk(Path.of("benchmarks")))) {
            known = sources.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        assertEquals(List.of(), named(TEST, 0, name -> !known.contains(name + ".java")));
    }

    @Test
    void shouldNameClassesThatAreThere() throws IOException {
        Set<String> known;
        try (Stream<Path> sources = Stream.concat(Files.walk(Path.of("src")), Files.walk(Path.of("benchmarks")))) {
            known = sources.map(file -> file.toString().replace('\\', '/')).collect(Collectors.toSet());
        }
        assertEquals(List.of(), named(CLASS, 0, name -> known.stream().noneMatch(file -> file.endsWith(pathOf(name)))));
    }

    /** Events of the Flight Recorder have names that are no classes. */
    private static String pathOf(String name) {
        String flight = Sources.under("src/main/java/io/github/stagerecorder/events");
        return flight.contains('"' + name + '"') ? "" : name.replace('.', '/') + ".java";
    }

    @Test
    void shouldChooseBenchmarksThatAreThere() throws IOException {
        Set<String> known;
        try (Stream<Path> sources = Files.walk(Path.of("benchmarks"))) {
            known = sources.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Benchmark.java"))
                    .collect(Collectors.toSet());
        }
        Predicate<String> isUnknown = part -> known.stream().noneMatch(file -> file.contains(part));
        assertEquals(
                List.of(),
                named(CHOSEN, 1, names -> Stream.of(names.split("\\|")).anyMatch(isUnknown)));
    }

    @Test
    void shouldListEveryOptionOfTheAgent() {
        Set<String> options = LISTED.matcher(Sources.under("src/agent"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(options.size() > 5, options.toString());
        List<String> page = new Page(Path.of("docs/agent.md")).code();
        options.removeIf(option -> page.stream().anyMatch(code -> code.startsWith(option + "=")));
        assertEquals(Set.of(), options);
    }

    @Test
    void shouldListEveryProperty() {
        List<String> page = new Page(Path.of("docs/systems.md")).code();
        Set<String> properties = PROPERTY.matcher(Sources.under("src/main", "src/agent"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(properties.size() > 2);
        properties.removeIf(page::contains);
        assertEquals(Set.of(), properties);
    }

    @Test
    void shouldNameFilesThatAreThere() {
        assertEquals(List.of(), named(FILE, 0, name -> !Files.exists(Path.of(name))));
    }

    private static List<String> named(Pattern pattern, int group, Predicate<String> isWrong) {
        return Page.all().stream()
                .flatMap(page -> page.code().stream()
                        .flatMap(code -> pattern.matcher(code).results())
                        .map(found -> found.group(group))
                        .filter(isWrong)
                        .map(name -> page + ": " + name))
                .toList();
    }

    @Test
    void shouldListEveryOptionOfTheBuilder() {
        Set<String> options = Stream.of(RecorderBuilder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == RecorderBuilder.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        String table = String.join("\n", new Page(Path.of("docs/options.md")).code());
        options.removeIf(
                option -> Pattern.compile("\\b" + option + "\\b").matcher(table).find());
        options.remove("format"); // of a replay without a file
        assertEquals(Set.of(), options);
    }

    @Test
    void shouldNameJarsOfTheVersionThatIsBuilt() throws IOException {
        String ours = version(Files.readString(Path.of("pom.xml")));
        assertEquals(List.of(), named(ARTIFACT, 1, version -> !version.equals(ours)));
    }

    @Test
    void shouldDependOnTheVersionThatIsBuilt() throws IOException {
        String ours = version(Files.readString(Path.of("pom.xml")));
        List<String> others = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("xml") && block.text().contains("<dependency>"))
                .filter(block -> !version(block.text()).equals(ours))
                .map(Page.Block::toString)
                .toList();
        assertEquals(List.of(), others);
    }

    private static String version(String xml) {
        return VERSION.matcher(xml).results().findFirst().orElseThrow().group(1);
    }
}
