package io.github.stagerecorder.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SymbolicLinks;
import io.github.stagerecorder.session.DatedNames.Claim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No name is given twice, whoever asks in the same second, and nothing is left in the folder. */
@Timeout(60)
class DatedNamesTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 28, 14, 30, 5);

    @TempDir
    Path folder;

    private Claim claim() {
        return new DatedNames(folder).claim(TIME, ".mp4");
    }

    private static String name(Claim claim) {
        return claim.file().getFileName().toString();
    }

    private List<String> left() {
        return List.of(folder.toFile().list());
    }

    @Test
    void shouldCountWithinASecond() {
        List<Claim> claims = IntStream.range(0, 3).mapToObj(i -> claim()).toList();
        assertEquals(
                List.of("2026-11-28_14-30-05.mp4", "2026-11-28_14-30-05_2.mp4", "2026-11-28_14-30-05_3.mp4"),
                claims.stream().map(DatedNamesTest::name).toList());
        claims.forEach(Claim::release);
        assertEquals(List.of(), left());
    }

    @Test
    void shouldPassOverAFileOfAnotherProgramAndALinkToNothing() throws Exception {
        Files.createFile(folder.resolve("2026-11-28_14-30-05.mp4"));
        SymbolicLinks.make(folder.resolve("2026-11-28_14-30-05_2.mp4"), folder.resolve("nothing"));
        assertEquals("2026-11-28_14-30-05_3.mp4", name(claim()));
    }

    @Test
    void shouldNeverGiveANameTwiceToSeveralThreads() throws Exception {
        Set<String> names = new ConcurrentSkipListSet<>();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    for (int j = 0; j < 25; j++) {
                        Claim claim = claim();
                        names.add(name(claim));
                        createFile(claim);
                        claim.release();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(200, names.size());
        assertEquals(names, new TreeSet<>(left()));
    }

    private static void createFile(Claim claim) {
        try {
            Files.createFile(claim.file());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldNeverGiveANameTwiceToSeveralProcesses() throws Exception {
        Set<String> names = new TreeSet<>();
        List<Process> programs = List.of(start(), start(), start());
        for (Process program : programs) {
            String output = ChildJvm.printed(program);
            assertEquals(0, program.waitFor(), output);
            output.lines()
                    .filter(line -> line.startsWith("claimed "))
                    .forEach(line -> names.add(line.substring("claimed ".length())));
        }
        assertEquals(120, names.size());
        assertEquals(names, new TreeSet<>(left())); // the markers went at exit
    }

    private Process start() throws Exception {
        return ChildJvm.of(ClaimedNames.class, folder.toString(), TIME.toString(), "40")
                .start();
    }

    @Test
    void shouldRemoveWhatAKilledProcessLeft() throws Exception {
        Claim killed = claim();
        Files.setLastModifiedTime(killed.marker(), FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
        new DatedNames(folder).claim(TIME.plusSeconds(300), ".mp4").release();
        assertEquals(List.of(), left());
    }

    @Test
    void shouldSayWhenTheFolderIsGone() {
        RecordingException refusal = assertThrows(
                RecordingException.class, () -> new DatedNames(folder.resolve("gone")).claim(TIME, ".mp4"));
        assertEquals(FailureKind.OUTPUT, refusal.kind());
    }
}
