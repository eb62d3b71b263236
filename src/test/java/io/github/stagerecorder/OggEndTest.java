package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.DecodedVideo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with sound has its last picture, also where oggmux would have gone over from one track to the other there. */
class OggEndTest extends OnStage {
    @ParameterizedTest
    @ValueSource(ints = {60, 61, 76, 91})
    void shouldHaveTheLastPicture(int frames) {
        try (StageRecorder recorder =
                recorderTo("stage.ogg").audio(48_000, 1, SampleFormat.S16).start()) {
            record(recorder, frames);
        }
        assertHas(frames);
    }

    @Test
    void shouldHaveTheLastPicturesInADescription() {
        try (StageRecorder recorder = recorderTo("stage.ogg")
                .pipeline("videorate ! theoraenc ! mux. audioconvert ! vorbisenc ! mux. oggmux name=mux")
                .audio(48_000, 1, SampleFormat.S16)
                .start()) {
            record(recorder, 70);
        }
        assertHas(70);
    }

    private void assertHas(int frames) {
        List<Integer> expected = IntStream.range(0, frames).boxed().toList();
        assertEquals(expected, DecodedVideo.of(folder.resolve("stage.ogg")).frameNumbers());
    }
}
