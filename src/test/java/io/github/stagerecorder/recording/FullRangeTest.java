package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.DescribedPath;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.Ffprobe;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encoders that decoders take for full range get full range, by each conversion, in files and in image sequences. */
@Timeout(60)
class FullRangeTest {
    private static final int TOLERANCE = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "jpegenc, 352, 288, KERNEL",
        "jpegenc, 1280, 720, KERNEL",
        "jpegenc, 1280, 720, VIDEOCONVERT",
        "jpegenc, 1280, 720, AS_READ",
        "jpegenc, 321, 241, AUTO",
        "avenc_mjpeg, 1280, 720, AUTO",
        "videoconvert ! jpegenc, 1280, 720, AUTO",
        "capsfilter caps=video/x-raw;format=NV12 ! jpegenc, 1280, 720, KERNEL",
        "capsfilter caps=video/x-raw;format=NV12 ! jpegenc, 1280, 720, AS_READ",
        "capsfilter caps=video/x-raw;format=GRAY8 ! videoconvert ! pngenc, 352, 288, AUTO"
    })
    void shouldKeepItsColours(String encoder, int widthPx, int heightPx, Convert convert) {
        String image = DescribedPath.of(folder.resolve("0.image"));
        String description =
                encoder.replace(";", ",") + " ! multifilesink location=" + image.replace("0.image", "%d.image");
        record(StageRecorder.builder().pipeline(description).tuning(t -> t.convert(convert)), widthPx, heightPx);
        String decoder = encoder.contains("png") ? "png" : "mjpeg";
        var picture = DecodedPicture.ofBareFrame(Path.of(image), decoder, widthPx, heightPx);
        int worst = encoder.contains("GRAY8") ? ColourChart.worstOfGreys(picture) : ColourChart.worst(picture);
        assertEquals(Math.min(worst, TOLERANCE), worst, "the largest difference");
    }

    @ParameterizedTest
    @CsvSource({"jpegenc ! matroskamux", "jpegenc ! avimux", "avenc_mjpeg ! qtmux"})
    void shouldBeFullRangeInAFile(String description) {
        Path file = folder.resolve("stage.bin");
        String encoder = record(StageRecorder.builder(file).pipeline(description), 1280, 720);
        assertEquals("pc", Ffprobe.of(file).colourRange());
        ColourChart.assertShown(DecodedPicture.of(file, 1280, 720), 1280, 720, TOLERANCE);
        assertEquals(description.split(" ")[0], encoder);
    }

    /** Caps that name colours are obeyed, and the file tells of them. */
    @ParameterizedTest
    @CsvSource({"1:4:16:4, smpte170m, pc", "1:3:5:1, bt709, pc", "bt601, smpte170m, tv", "bt709, bt709, tv"})
    void shouldBeAsTheCapsSay(String colorimetry, String matrix, String range) {
        Path file = folder.resolve("stage.mkv");
        String caps = "capsfilter caps=\"video/x-raw,colorimetry=" + colorimetry + "\"";
        record(StageRecorder.builder(file).pipeline(caps + " ! x264enc ! matroskamux"), 352, 288);
        assertEquals(matrix, Ffprobe.of(file).colourMatrix());
        assertEquals(range, Ffprobe.of(file).colourRange());
        ColourChart.assertShown(DecodedPicture.of(file, 352, 288), 352, 288, TOLERANCE);
    }

    /** Records one frame of the chart. Returns the encoder. */
    private static String record(RecorderBuilder options, int widthPx, int heightPx) {
        try (OffscreenSurface surface = new OffscreenSurface(widthPx, heightPx);
                StageRecorder recorder = options.size(widthPx, heightPx)
                        .timing(Timing.FRAME_BY_FRAME)
                        .start()) {
            ColourChart.paint(widthPx, heightPx, 1);
            recorder.capture();
            surface.present();
            return recorder.stats().encoder();
        }
    }
}
