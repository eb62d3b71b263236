package io.github.stagerecorder.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.OpenEncoder;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.settings.PixelFormat;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.glib.NativeObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal leaves half built is disposed of at once, and not whenever the garbage collector runs. */
@Timeout(60)
class PartlyBuiltTest {
    @TempDir
    Path folder;

    private Set<Object> before;

    @BeforeEach
    void countElements() throws Exception {
        NativeModule.load();
        GStreamer.require();
        before = elements();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity ! x264enc speed-preset=1 ! matroskamux ! nosuchelement",
                "identity ! h264parse ! vorbisdec",
                "tee name=t ! queue ! matroskamux t. ! queue ! identity",
                "compositor ! x264enc ! matroskamux",
                "videotestsrc ! x264enc ! matroskamux",
                "funnel name=f videotestsrc ! f. identity ! identity ! matroskamux f. ! identity",
                "x264enc ! capsfilter caps=video/x-h265 ! matroskamux",
                "capsfilter caps=video/x-raw,width=7 ! x264enc ! matroskamux",
                "capsfilter caps=video/x-raw,format=GRAY16_LE ! matroskamux",
                "identity error-after=1 ! x264enc ! matroskamux",
                "identity ! identity ! fakesink",
            })
    void shouldBeDisposedOfWhenADescriptionIsRefused(String description) throws Exception {
        EncoderRequest request = Requests.of(description, folder.resolve("stage.mkv"), Convert.AUTO);
        assertThrows(RecordingException.class, () -> Requests.chosen(request));
        assertNoneAdded();
    }

    @Test
    void shouldBeDisposedOfWhenTheEncodersAreTriedAlone() throws Exception {
        Requests.chosen(Requests.of(
                "tee name=t ! queue ! x264enc ! fakesink t. ! queue ! vp8enc ! fakesink", null, Convert.AUTO));
        assertNoneAdded();
    }

    @Test
    void shouldBeDisposedOfWhenTheBinRefusesTheSize() throws Exception {
        EncoderBin bin = new EncoderBin("capsfilter caps=video/x-raw,width=7", false);
        Optional<Element> sink = Optional.of(Elements.make("fakesink"));
        ChosenEncoder encoder = Requests.untried("I420", Convert.AUTO, 0);
        assertThrows(RecordingException.class, () -> new EncodePipeline(encoder, bin, sink));
        assertNoneAdded();
    }

    @Test
    void shouldBeDisposedOfWhenAnOpenPipelineIsAbandoned() throws Exception {
        OpenPipeline.start(Requests.untried("I420", Convert.AUTO, 0)).abandon();
        assertNoneAdded();
    }

    @Test
    void shouldBeDisposedOfWhenItsOpeningIsAbandoned() throws Exception {
        Encoders.opening(Requests.untried("I420", Convert.AUTO, 0)).abandon();
        assertNoneAdded();
    }

    @Test
    void shouldBeDisposedOfWhenItsOpeningIsRefused() throws Exception {
        ChosenEncoder encoder = Requests.untried("I420", Convert.AUTO, 0);
        ChosenEncoder missing = new ChosenEncoder(
                encoder.request(), "identity ! nosuchelement", encoder.input(), false, false, "none", 0, true);
        OpenEncoder opening = Encoders.opening(missing);
        RecordingException refusal = assertThrows(
                RecordingException.class,
                () -> opening.feed(InputPlan.of(encoder, PixelFormat.BGRX, true), null, false));
        assertEquals(FailureKind.MISSING_ELEMENT, refusal.kind());
        opening.abandon();
        assertNoneAdded();
    }

    private void assertNoneAdded() throws Exception {
        Set<Object> added = elements();
        added.removeAll(before);
        assertEquals(Set.of(), added);
    }

    /** Returns the elements that the binding holds and has not disposed of. */
    private static Set<Object> elements() throws Exception {
        Field field = NativeObject.class.getDeclaredField("INSTANCES");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(null))
                .values().stream()
                        .map(reference -> ((Reference<?>) reference).get())
                        .filter(Element.class::isInstance)
                        .collect(Collectors.toSet());
    }
}
