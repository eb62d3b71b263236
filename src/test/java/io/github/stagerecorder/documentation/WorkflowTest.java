package io.github.stagerecorder.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workflow for real machines, which runs nowhere here, calls what is there. */
class WorkflowTest {
    private static final Pattern JOB = Pattern.compile("\n  (?=[a-z-]+:\n)");

    private String workflow;

    @BeforeEach
    void read() throws IOException {
        workflow = Files.readString(Path.of(".github", "workflows", "platforms.yml"));
    }

    private List<String> all(String pattern) {
        List<String> found = Pattern.compile(pattern)
                .matcher(workflow)
                .results()
                .map(one -> one.group(1))
                .toList();
        assertFalse(found.isEmpty(), pattern);
        return found;
    }

    @Test
    void shouldCallScriptsThatExist() {
        all("(scripts/[\\w/-]+\\.sh)").forEach(script -> assertTrue(Files.isExecutable(Path.of(script)), script));
    }

    @Test
    void shouldRunRowsThatExist() throws IOException {
        String platforms = Files.readString(Path.of("scripts", "platforms.sh"));
        all("row: \\[(.*)]").stream()
                .flatMap(rows -> Stream.of(rows.split(", ")))
                .forEach(row -> assertTrue(platforms.matches("(?s).*all_rows=\\([^)]*\\b" + row + "\\b.*"), row));
    }

    @Test
    void shouldNameTestsThatExist() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            List<String> missing = all("-Dtest=([A-Z]\\w+(?:,\\w+)*)").stream()
                    .flatMap(names -> Stream.of(names.split(",")))
                    .filter(name -> !tests.contains(name))
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    /** Maven only says what is missing, and the demo installs what it needs itself. */
    @Test
    void shouldInstallWhatTheTestsNeedBeforeMavenRunsThem() {
        List<String> jobs = Stream.of(JOB.split(workflow))
                .filter(job -> job.contains("run: mvn verify"))
                .toList();
        assertFalse(jobs.isEmpty());
        jobs.forEach(job -> assertTrue(job.matches("(?s).*run: scripts/install\\.sh\n.*run: mvn verify.*"), job));
    }
}
