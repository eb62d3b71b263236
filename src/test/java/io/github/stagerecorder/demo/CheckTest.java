package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests the demo's {@code --check}. */
@Timeout(60)
class CheckTest {
    @TempDir
    Path folder;

    @Test
    void shouldReportAndSucceedWhereARecordingWouldStart() throws Exception {
        String report = check(
                0, "--size", "641x479", "--output", folder.resolve("stage.mp4").toString());
        assertTrue(report.contains("recording  can start"), report);
        assertTrue(report.contains("641x479 is recorded as 642x480"), report);
        assertFalse(Files.exists(folder.resolve("stage.mp4")));
    }

    @Test
    void shouldReportAndFailWhereItWouldNot() throws Exception {
        String report = check(1, "--output", folder.resolve("none/stage.mp4").toString());
        assertTrue(report.contains("recording  cannot start"), report);
        assertTrue(report.contains("does not exist"), report);
    }

    @Test
    void shouldRefuseAWrongOption() throws Exception {
        check(2, "--size", "large");
    }

    @Test
    void shouldNameTheOptionItsValueAndWhatIsAllowed() throws Exception {
        String complaint = check(2, "--encode-on", "moon");
        assertTrue(complaint.contains("--encode-on"), complaint);
        assertTrue(complaint.contains("'moon' is not own-thread or render-thread"), complaint);
    }

    @Test
    void shouldRefuseTwoLengthsAndNoOutputWithoutAPipeline() throws Exception {
        assertTrue(check(2, "--frames", "2", "--seconds", "1").contains("mutually exclusive"));
        assertTrue(check(2, "--output", "-").contains("--pipeline"));
        assertTrue(check(2, "--seconds", "100000").contains("is too long"));
    }

    @Test
    void shouldReadTheKeyOfAStreamFromAFile() throws Exception {
        Path key = folder.resolve("key");
        assertTrue(checkStream(1, key).contains("the key file " + key + " cannot be read"));
        for (String empty : List.of("", "\n", " \n\n")) {
            Files.writeString(key, empty);
            assertTrue(checkStream(1, key).contains("the key of a stream is empty"));
        }
        Files.writeString(key, "k3y-of-a-stream\r\n");
        String report = checkStream(0, key);
        assertFalse(report.contains("k3y"), report);
    }

    private String checkStream(int status, Path key) throws Exception {
        return check(
                status,
                ("--size 64x64 --output - --stream rtmp://127.0.0.1:9/live --stream-key-file " + key).split(" "));
    }

    @Test
    void shouldListEveryOption() throws Exception {
        String help = check(0, "--help");
        for (String option :
                "size fps frames seconds pipeline output overwrite clock when-full encode-on window clips replay check"
                        .split(" ")) {
            assertTrue(help.contains("--" + option), option);
        }
    }

    private String check(int status, String... options) throws Exception {
        ProcessBuilder program = ChildJvm.of(Demo.class, "--check");
        program.command().addAll(List.of(options));
        // not in the folder itself, which wine keeps for a moment after the program has ended
        Process process = program.directory(folder.getParent().toFile()).start();
        String report = ChildJvm.printed(process);
        assertEquals(status, process.waitFor(), report);
        return report;
    }
}
