package io.github.stagerecorder.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderResult;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.gstreamer.GStreamer;
import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is thrown on the encoder thread, the recording ends and says so. */
@Timeout(60)
class PipelineEncoderTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "true, begin", "true, requireKept", "true, bytesWritten", "true, end", "true, reach",
        "false, begin", "false, requireKept", "false, bytesWritten", "false, end", "false, reach"
    })
    void shouldEndWhenTheHeapIsExhausted(boolean ownThread, String where) throws Exception {
        NativeModule.load();
        GStreamer.require();
        ChosenEncoder chosen = Requests.chosen(Requests.of("fakesink", null, Convert.VIDEOCONVERT));
        InputPlan plan = InputPlan.ofPlainReads(chosen, PixelFormat.BGRX);
        SlotPool pool = new SlotPool();
        Slab slab = pool.newSlab(4, plan.file().slotBytes(), null);
        EncoderBin bin = new EncoderBin("fakesink", false);
        EncodePipeline pipeline = new EncodePipeline(chosen, bin, Optional.empty());
        pipeline.play();
        AppSrc source = FrameSource.unbounded();
        pipeline.feed(source, plan.conversion().way());
        Encoder encoder = PipelineEncoder.start(
                plan,
                pool,
                pipeline,
                new Exhausted(where),
                new FrameSource(source, chosen.request().rate()),
                null,
                PacketReaders.begin(bin, chosen),
                ownThread);
        Slot slot = slab.claim();
        slot.stamp(plan.file(), 0, SECOND_NS / 30);
        slot.ready();
        encoder.submit(slot);
        EncoderResult result = encoder.finish(SECOND_NS / 30, true).get(20, TimeUnit.SECONDS);
        assertEquals(FailureKind.MEMORY, result.failure().kind(), result.failure()::toString);
        assertEquals(0, pool.mappedBytes());
        assertEquals(1, pool.delivered() + pool.lost());
    }

    /** A destination in which one method meets the end of the heap. */
    private record Exhausted(String where) implements Destination {
        private void at(String method) {
            if (where.equals(method)) {
                throw new OutOfMemoryError("Java heap space");
            }
        }

        @Override
        public Optional<Element> sink(EncoderBin bin) {
            return Optional.empty();
        }

        @Override
        public void begin() {
            at("begin");
        }

        @Override
        public void requireKept() {
            at("requireKept");
        }

        @Override
        public void reach(StreamReach stream) {
            at("reach");
        }

        @Override
        public void end(long writtenNs, long playableNs) {
            at("end");
        }

        @Override
        public long bytesWritten() {
            at("bytesWritten");
            return 0;
        }
    }
}
