package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command on the pages is run by something, or the page says that it is run by hand. */
@Timeout(120)
class CommandsTest {
    private static final String BY_HAND = "by hand";
    private static final String HERE = "CommandsTest";
    private static final String EVERYTHING = "scripts/test.sh";

    /** A command, and the test or script that runs it. */
    private static final String[][] RUN_BY = {
        {"scripts/demo\\.sh --clips .*", "ClipsTest"},
        {"scripts/demo\\.sh.*", HERE},
        {"java -javaagent:\\S+ -jar .*", "AgentTest"},
        {"java -jar target/stagerecorder-\\S+-agent.jar .*", "AgentAttachTest"},
        {"jcmd PID JVMTI.agent_load .*", "AgentAttachTest"},
        {"scripts/(test|install|format|api)\\.sh", EVERYTHING},
        {"mvn( -f (src/jcstress|examples/\\S+))? ?(test( -Dtest=\\w+)?|verify)?", EVERYTHING},
        {"(cmake|ctest) .*target/native-release.*", EVERYTHING},
        {"mvn -DskipTests( -Pnatives)? install", BY_HAND},
        {"gst-launch-1\\.0 .*", BY_HAND},
        {"cd examples/\\w+|mvn -q compile exec:exec", BY_HAND},
        {"mvn jmh:benchmark.*|java -cp \".*\" io\\.github\\.stagerecorder\\.FrameTimes .*", BY_HAND},
        {"scripts/(gpu|soak|natives|platforms|fuzz|pictures)\\.sh.*", BY_HAND},
    };

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern SCRIPT = Pattern.compile("(scripts/[\\w/]+\\.sh)([^`|;&#]*)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z-]+");

    private record Command(Page.Block block, String line) {
        @Override
        public String toString() {
            return block + ": " + line;
        }
    }

    @TempDir
    Path folder;

    @Test
    void shouldAllBeRunBySomething() {
        assertTrue(commands().count() > 15);
        assertEquals(List.of(), commands().filter(command -> !isRun(command)).toList());
    }

    @Test
    void shouldFindCommandsThatNothingRuns() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), """
                ```sh
                scripts/demo.sh --sise 640x360   # runs, and fails
                scripts/soak.sh && make it so
                ```
                """);
        List<String> lines = commands(List.of(new Page(page)))
                .filter(command -> !isRun(command))
                .map(Command::line)
                .toList();
        assertEquals(List.of("scripts/soak.sh", "make it so"), lines);
        assertEquals(List.of("scripts/none.sh"), missing("scripts/none.sh", "").toList());
        assertEquals(
                List.of("scripts/demo.sh --sise"),
                missing("scripts/demo.sh", " --sise 640x360 --fps 30").toList());
    }

    private static boolean isRun(Command command) {
        return Stream.of(RUN_BY)
                .filter(row -> command.line.matches(row[0]))
                .findFirst()
                .map(row -> row[1].equals(BY_HAND) ? saysSo(command.block) : isThere(row[1]))
                .orElseGet(() -> command.block.mark().equals("untried")
                        && section(command.block).contains("untried"));
    }

    private static boolean saysSo(Page.Block block) {
        return section(block).contains(BY_HAND);
    }

    /** Returns the text between two headings in which a block is. */
    private static String section(Page.Block block) {
        return Stream.of(block.page().text().split("(?m)^(?=#+ )"))
                .filter(section -> section.contains(block.text()))
                .collect(Collectors.joining());
    }

    private static boolean isThere(String runner) {
        try (Stream<Path> tests = Files.walk(Path.of("src/test"))) {
            return runner.contains("/")
                    ? Files.isExecutable(Path.of(runner))
                    : tests.anyMatch(file -> file.endsWith(runner + ".java"));
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("demos")
    void shouldRunTheDemo(Command command) throws Exception {
        List<String> words = new ArrayList<>(words(command.line));
        words.remove(0);
        shorten(words);
        ProcessBuilder demo = ChildJvm.of(Demo.class, words.toArray(String[]::new));
        demo.environment().remove("DISPLAY");
        Process process = demo.directory(folder.toFile()).start();
        String printed = ChildJvm.printed(process);
        assertEquals(0, process.waitFor(), printed);
        int output = words.indexOf("--output");
        String file = output < 0 ? "stage.ogg" : words.get(output + 1);
        assertEquals(!words.contains("--check") && !file.equals("-"), Files.exists(folder.resolve(file)), printed);
    }

    /** A few frames show that the command is right. */
    private static void shorten(List<String> words) {
        for (String length : List.of("--seconds", "--frames")) {
            int at = words.indexOf(length);
            if (at >= 0) {
                words.remove(at + 1);
                words.remove(at);
            }
        }
        words.addAll(List.of("--frames", "12"));
    }

    static Stream<Command> demos() {
        return commands()
                .filter(command -> command.line.startsWith("scripts/demo.sh")
                        && !command.line.contains("--clips")
                        && !command.line.contains("--help"));
    }

    @Test
    void shouldNameScriptsAndOptionsThatAreThere() {
        List<String> wrong = Page.all().stream()
                .flatMap(page -> page.code().stream()
                        .flatMap(code -> SCRIPT.matcher(code).results())
                        .flatMap(found -> missing(found.group(1), found.group(2)))
                        .map(name -> page + ": " + name))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void shouldNameEveryScriptThatIsRunByHand() throws IOException {
        String pages = Page.all().stream().map(Page::text).collect(Collectors.joining());
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            List<String> unnamed = scripts.filter(Files::isRegularFile)
                    .map(script -> script.toString().replace('\\', '/'))
                    .filter(script -> !pages.contains(script))
                    .toList();
            assertEquals(List.of(), unnamed);
        }
    }

    private static Stream<String> missing(String script, String arguments) {
        Path file = Path.of(script);
        if (!Files.isExecutable(file)) {
            return Stream.of(script);
        }
        String known = Sources.under("src/demo") + text(file);
        return OPTION.matcher(" " + arguments)
                .results()
                .map(found -> found.group())
                .filter(option -> !Pattern.compile(Pattern.quote(option) + "\\b")
                        .matcher(known)
                        .find())
                .map(option -> script + " " + option);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .toList();
    }

    private static Stream<Command> commands() {
        return commands(Page.all());
    }

    private static Stream<Command> commands(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("sh") && !BlocksTest.isExcerpt(block))
                .flatMap(block -> block.text()
                        .replaceAll("\\\\\n\\s*", "")
                        .lines()
                        .map(line -> line.replaceFirst("(^|\\s+)#.*", ""))
                        .flatMap(line -> Stream.of(line.split(" && ")))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> new Command(block, line)));
    }
}
