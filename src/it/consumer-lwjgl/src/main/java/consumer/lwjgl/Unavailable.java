package consumer.lwjgl;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs where recording cannot work: {@code Unavailable WORDS...}. The reported reason must contain all of the words.
 */
public final class Unavailable {
    private Unavailable() {}

    public static void main(String[] words) {
        require(!StageRecorder.isAvailable(), "isAvailable() is true");
        Throwable cause = StageRecorder.unavailabilityCause();
        requireWords(cause, words);
        // a class whose initialisation failed throws a different error the second time
        requireWords(StageRecorder.unavailabilityCause(), words);
        requireWords(refusal(Path.of("never-written.mp4")), words);
        System.out.println(cause.getMessage());
    }

    private static RecordingException refusal(Path output) {
        try (StageRecorder recorder =
                StageRecorder.builder(output).size(320, 240).start()) {
            throw new IllegalStateException("start() went well: " + recorder.stats());
        } catch (RecordingException e) {
            require(e.kind() == FailureKind.UNAVAILABLE, "start() failed as " + e.kind());
            require(!Files.exists(output), output + " was written");
            return e;
        }
    }

    private static void requireWords(Throwable cause, String[] words) {
        for (String word : words) {
            if (!cause.getMessage().contains(word)) {
                throw new IllegalStateException("the message does not contain \"" + word + "\"", cause);
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
