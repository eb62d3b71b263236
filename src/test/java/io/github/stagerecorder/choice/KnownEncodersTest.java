package io.github.stagerecorder.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.settings.EncoderOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The choices that are kept are few and small, and only those that succeeded. */
@Timeout(120)
class KnownEncodersTest {
    private static final String DESCRIPTION = "theoraenc ! oggmux";

    @Test
    void shouldKeepTheLatestOfManySizes() {
        List<EncoderRequest> requests = IntStream.range(16, 66)
                .mapToObj(sizePx -> request(DESCRIPTION, sizePx))
                .toList();
        requests.forEach(Requests::chosen);
        assertEquals(
                requests.subList(requests.size() - 32, requests.size()),
                requests.stream().filter(KnownEncoders::keeps).toList());
    }

    @Test
    void shouldNotKeepWhatFailed() {
        EncoderRequest wrong = request("theoraenc ! nosuchmuxer", 64);
        assertThrows(RecordingException.class, () -> Requests.chosen(wrong));
        assertFalse(KnownEncoders.keeps(wrong));
    }

    @Test
    void shouldNotKeepAVeryLongDescription() {
        EncoderRequest tooLong = request("theoraenc" + " ".repeat(40_000) + "! oggmux", 64);
        Requests.chosen(tooLong);
        assertFalse(KnownEncoders.keeps(tooLong));
    }

    private static EncoderRequest request(String description, int sizePx) {
        EncoderOptions options =
                new EncoderOptions(description, Quality.MEDIUM, null, Convert.AUTO, false, null, null, null);
        return Requests.of(options, Path.of("stage.ogg"), sizePx, sizePx, 0);
    }
}
