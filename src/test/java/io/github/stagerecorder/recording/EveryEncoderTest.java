package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.media.DecodedPicture;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.ElementFactory.ListType;
import org.freedesktop.gstreamer.Gst;
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
@Timeout(180)
class EveryEncoderTest {
    private static final int[][] SIZES_PX = {{352, 288}, {1280, 720}, {720, 480}, {256, 256}};
    private static final int TOLERANCE = 6;

    /** Which encoders are refused, and why, is listed for GStreamer 1.22; others have other caps for them. */
    private static final int LISTED_MINOR = 22;

    /** Encoders with coarser colours, and the difference in any channel that is theirs. */
    private static final Map<String, Integer> COARSE = Map.of("avenc_flashsv2", 17);

    /** Encoders of grey: they are right if grey patches are. */
    private static final Set<String> GREY = Set.of("avenc_pgm");

    /**
     * What refuses everything that it is given here, or makes something that no pad takes: most of these have no caps
     * for GStreamer 1.22. avenc_dnxhd would need a bit rate that belongs to its size, and avenc_dvvideo other pixels.
     */
    private static final Set<String> REFUSED = words("avenc_a64multi avenc_a64multi5 avenc_alias_pix avenc_apng"
            + " avenc_avui avenc_dnxhd avenc_dpx avenc_dvvideo avenc_exr avenc_fits avenc_h264_omx avenc_hap avenc_jpegls"
            + " avenc_magicyuv avenc_mpeg1video avenc_mpeg2video avenc_mpeg4 avenc_mpeg4_omx avenc_pbm avenc_pfm avenc_phm avenc_qoi"
            + " avenc_snow avenc_utvideo avenc_vbn avenc_vc2 avenc_xbm avenc_xface avenc_xwd");

    /** What takes only formats that the recorder does not make. The refusal says to put videoconvert in front. */
    private static final Set<String> NEED_VIDEOCONVERT =
            words("avenc_avrp avenc_bitpacked avenc_cfhd avenc_cljr avenc_msvideo1 avenc_prores avenc_prores_aw"
                    + " avenc_prores_ks avenc_r10k avenc_rpza avenc_smc avenc_svq1");

    /** What ffmpeg cannot decode without more than the bytes of a frame, and no muxer here can carry. */
    private static final Set<String> UNDECODABLE =
            words("avenc_ffvhuff avenc_hap avenc_qtrle avenc_rv10 avenc_rv20 avenc_speedhq");

    private static final List<String> MUXERS =
            List.of("matroskamux", "qtmux", "avimux", "mpegtsmux", "oggmux", "flvmux", "asfmux");

    /** What stands between an encoder of these and a muxer. */
    private static final Map<String, String> PARSERS = Map.of("video/x-h265", "h265parse", "video/x-av1", "av1parse");

    /** Decoders of ffmpeg for the frames of encoders that are not ffmpeg's. */
    private static final Map<String, String> DECODERS =
            Map.of("pnmenc", "ppm", "webpenc", "webp", "openjpegenc", "libopenjpeg");

    private final Set<String> refused = new TreeSet<>();
    private final Set<String> needVideoconvert = new TreeSet<>();
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
        assumeTrue(
                Gst.getVersion().getMinor() == LISTED_MINOR,
                () -> "the lists are of another GStreamer; here " + refused + " refuse all, and " + needVideoconvert
                        + " need videoconvert");
        assertEquals(installed(REFUSED, encoders), refused);
        assertEquals(installed(NEED_VIDEOCONVERT, encoders), needVideoconvert);
    }

    private static Set<String> installed(Set<String> names, List<ElementFactory> encoders) {
        Set<String> installed = new TreeSet<>(names);
        installed.retainAll(encoders.stream().map(ElementFactory::getName).toList());
        return installed;
    }

    private void check(ElementFactory encoder) {
        String name = encoder.getName();
        List<String> refusals = new ArrayList<>();
        for (int[] sizePx : SIZES_PX) {
            try {
                record(encoder, sizePx[0], sizePx[1]);
                return;
            } catch (RecordingException e) {
                refusals.add(e.getMessage());
            } catch (RuntimeException e) {
                wrong.put(name, sizePx[0] + "x" + sizePx[1] + ": " + e);
                return;
            }
        }
        boolean byFormat = refusals.stream().allMatch(refusal -> refusal.contains("videoconvert ! " + name));
        (byFormat ? needVideoconvert : refused).add(name);
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
        boolean hasHeader = encoder.equals("y4menc");
        String decoder = DECODERS.getOrDefault(encoder, encoder.replace("avenc_", ""));
        return bare && !hasHeader
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
