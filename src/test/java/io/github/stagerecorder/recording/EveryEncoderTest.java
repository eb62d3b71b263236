package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.ElementFactory.ListType;
import org.freedesktop.gstreamer.PadDirection;
import org.freedesktop.gstreamer.PluginFeature.Rank;
import org.freedesktop.gstreamer.StaticPadTemplate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every video encoder that is installed: either a colour chart comes out of it with its colours, or the start refuses
 * it. Each is given to the recorder as it is, at the first size that it takes.
 */
@Timeout(600)
class EveryEncoderTest {
    private static final int[][] SIZES_PX = {{352, 288}, {1280, 720}, {720, 480}, {256, 256}};
    private static final int TOLERANCE = 6;

    /** Encoders with coarser colours, and the difference in any channel that is theirs. */
    private static final Map<String, Integer> COARSE = Map.of("avenc_flashsv2", 17);

    /** Encoders of grey: they are right if grey patches are. */
    private static final Set<String> GREY = Set.of("avenc_pgm");

    /** The encoders of the presets and of pictures. Which of the others are refused depends on their version. */
    private static final Set<String> NEVER_REFUSED =
            words("theoraenc x264enc openh264enc vp8enc vp9enc jpegenc pngenc");

    /** What ffmpeg cannot decode without more than the bytes of a frame, and no muxer here can carry. */
    private static final Set<String> UNDECODABLE =
            words("avenc_ffvhuff avenc_hap avenc_qtrle avenc_rv10 avenc_rv20 avenc_speedhq");

    /** Encoders whose bytes are a file without a muxer. */
    private static final Set<String> WITH_HEADER = words("y4menc gifenc");

    private static final List<String> MUXERS =
            List.of("matroskamux", "qtmux", "avimux", "mpegtsmux", "oggmux", "flvmux", "asfmux");

    /** What stands between an encoder of these and a muxer. */
    private static final Map<String, String> PARSERS = Map.of("video/x-h265", "h265parse", "video/x-av1", "av1parse");

    /** Decoders of ffmpeg for the frames of encoders that are not ffmpeg's. */
    private static final Map<String, String> DECODERS =
            Map.of("pnmenc", "ppm", "webpenc", "webp", "openjpegenc", "libopenjpeg");

    private final Set<String> refused = new TreeSet<>();
    private final Map<String, String> wrong = new TreeMap<>();

    @TempDir
    Path folder;

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    @BeforeAll
    static void openGStreamer() {
        assertNull(StageRecorder.unavailabilityCause());
    }

    @Test
    void shouldKeepTheColoursOrBeRefused() {
        List<ElementFactory> encoders = ElementFactory.listGetElements(ListType.VIDEO_ENCODER, Rank.NONE);
        encoders.forEach(this::check);
        assertEquals(Map.of(), wrong);
        refused.retainAll(NEVER_REFUSED);
        assertEquals(Set.of(), refused);
    }

    private void check(ElementFactory encoder) {
        String name = encoder.getName();
        for (int[] sizePx : SIZES_PX) {
            try {
                record(encoder, sizePx[0], sizePx[1]);
                refused.remove(name);
                return;
            } catch (RecordingException e) {
                refused.add(name);
            } catch (RuntimeException e) {
                wrong.put(name, sizePx[0] + "x" + sizePx[1] + ": " + e);
                return;
            }
        }
    }

    private void record(ElementFactory encoder, int widthPx, int heightPx) {
        String muxer = muxer(encoder);
        Path file = folder.resolve(encoder.getName() + "-" + widthPx + (muxer.isEmpty() ? ".bin" : ".mux"));
        String description = encoder.getName() + muxer;
        try (OffscreenSurface surface = new OffscreenSurface(widthPx, heightPx);
                StageRecorder recorder = RecordedStage.everyFrame(file)
                        .size(widthPx, heightPx)
                        .frameRate(30)
                        .pipeline(description)
                        .start()) {
            ColourChart.paint(widthPx, heightPx, 1);
            recorder.capture();
            surface.present();
        }
        if (!UNDECODABLE.contains(encoder.getName())) {
            compare(encoder.getName(), decoded(encoder.getName(), file, muxer.isEmpty(), widthPx, heightPx));
        }
    }

    private static RgbPicture decoded(String encoder, Path file, boolean bare, int widthPx, int heightPx) {
        String decoder = DECODERS.getOrDefault(encoder, encoder.replace("avenc_", ""));
        return bare && !WITH_HEADER.contains(encoder)
                ? DecodedPicture.ofBareFrame(file, decoder, widthPx, heightPx)
                : DecodedPicture.of(file, widthPx, heightPx);
    }

    private void compare(String encoder, RgbPicture picture) {
        int worst = GREY.contains(encoder) ? ColourChart.worstOfGreys(picture) : ColourChart.worst(picture);
        if (worst > COARSE.getOrDefault(encoder, TOLERANCE)) {
            wrong.put(encoder, "differs by " + worst);
        }
    }

    /** Returns what writes its frames into a file that tells ffmpeg what they are, or nothing. */
    private static String muxer(ElementFactory encoder) {
        String parser = PARSERS.entrySet().stream()
                .filter(entry -> templates(encoder, PadDirection.SRC)
                        .anyMatch(made -> made.getCaps().toString().startsWith(entry.getKey())))
                .map(entry -> " ! " + entry.getValue())
                .findFirst()
                .orElse("");
        return MUXERS.stream()
                .filter(muxer -> takes(ElementFactory.find(muxer), encoder))
                .findFirst()
                .map(muxer -> parser + " ! " + muxer)
                .orElse("");
    }

    private static boolean takes(ElementFactory muxer, ElementFactory encoder) {
        return templates(muxer, PadDirection.SINK)
                .filter(taken ->
                        taken.getName().startsWith("video") || taken.getName().startsWith("sink"))
                .anyMatch(taken -> templates(encoder, PadDirection.SRC)
                        .anyMatch(made -> !made.getCaps().isAny()
                                && !taken.getCaps().isAny()
                                && !made.getCaps().intersect(taken.getCaps()).isEmpty()));
    }

    private static Stream<StaticPadTemplate> templates(ElementFactory factory, PadDirection direction) {
        return factory.getStaticPadTemplates().stream().filter(template -> template.getDirection() == direction);
    }

    @Test
    void shouldFindEncodersAtAll() {
        assertTrue(ElementFactory.listGetElements(ListType.VIDEO_ENCODER, Rank.NONE)
                        .size()
                > 5);
    }
}
