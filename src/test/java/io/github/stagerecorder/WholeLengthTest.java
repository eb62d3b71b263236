package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file has as many frames as the recording lasts, whatever videorate does at its end. */
class WholeLengthTest extends OnStage {
    @ParameterizedTest
    @CsvSource({"ogg, 1", "ogg, 2", "ogg, 30", "ogv, 31", "webm, 30", "mkv, 30", "mp4, 30", "mov, 30"})
    void shouldHaveOneFrameForEachPicture(String extension, int pictures) {
        Path file = folder.resolve("stage." + extension);
        try (StageRecorder recorder = recorderTo("stage." + extension).start()) {
            record(recorder, pictures);
        }
        assertEquals(
                IntStream.range(0, pictures).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
        assertEquals(pictures, Ffprobe.of(file).packetTicks().size());
    }

    /** The rate of the file is half of the recording's: every second picture is in it, and nothing after its end. */
    @Test
    void shouldEndWithTheRecordingAtAnotherRate() {
        Path file = folder.resolve("stage.mkv");
        try (StageRecorder recorder = recorderTo("stage.mkv")
                .frameRate(30)
                .pipeline("videorate ! capsfilter caps=video/x-raw,framerate=15/1 ! x264enc ! matroskamux")
                .start()) {
            record(recorder, 10);
        }
        assertEquals(List.of(0, 2, 4, 6, 8), DecodedVideo.of(file).frameNumbers());
    }
}
