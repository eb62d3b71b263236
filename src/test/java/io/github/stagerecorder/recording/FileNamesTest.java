package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.FileNameSupport;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's name is never read as a description, a pattern or an option. The recorder writes exactly that file. */
@Timeout(60)
class FileNamesTest {
    private static final String EVERYTHING =
            "-y 100% \"quoted\" 'too' ! fakesink location=other %05d %s \\ \t größe-視頻-\uD83C\uDFAC\nnew line; $(id)";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldBeTakenLiterallyByEveryPreset(Container container) throws IOException {
        assertRecordedTo(EVERYTHING + "." + container.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-.mkv",
                "--help.mkv",
                "%d.mkv",
                "%n%s.mkv",
                "back\\slash.mkv",
                "\\n.mkv",
                "trailing\\ .mkv",
                "\n.mkv",
                "\"\".mkv",
                "x\" ! filesink location=\"injected.mkv",
                "a=b,c=(int)1;[2].mkv",
                "pipe:1.mkv",
                "~.mkv",
                "*?.mkv",
                ".hidden.mkv"
            })
    void shouldBeTakenLiterallyWhateverItLooksLike(String name) throws IOException {
        assertRecordedTo(name);
    }

    @Test
    void shouldBeTakenWhateverTheCodePageOfTheMachineIs() throws IOException {
        folder = Files.createDirectory(folder.resolve("Ordner-größe-視頻"));
        assertRecordedTo("größe-視頻-\uD83C\uDFAC.mp4");
    }

    @Test
    void shouldBeTakenWhenThePathIsLongerThanWindowsTakesWithoutAPrefix() throws IOException {
        for (int i = 0; i < 4; i++) {
            folder = Files.createDirectory(folder.resolve("folder".repeat(15)));
        }
        assertRecordedTo("stage.mkv");
    }

    private void assertRecordedTo(String name) throws IOException {
        FileNameSupport.assume(name);
        Path file = folder.resolve(name);
        RecordedStage.record(64, 64, 2, RecordedStage.everyFrame(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        assertEquals(List.of(0, 1), DecodedVideo.of(file).frameNumbers());
    }
}
