package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.stagerecorder.demo.FrameNumber;
import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.demo.Stage;
import io.github.stagerecorder.frame.Slab;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No byte is copied between glReadPixels and the bin's input. The memory of every buffer seen there is a slot of the
 * pool, and it holds the frame that was drawn for the buffer's time. That slot is the one that GL read into, or the one
 * that the recorder's kernel converted it into.
 */
class ZeroCopyTest extends OnStage {
    private static final int FRAMES = 40;

    /** What a probe saw of one buffer. */
    private record Seen(boolean inSlot, long ptsNs, int frameNumber) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private boolean upright;

    @ParameterizedTest
    @CsvSource({
        "I420, AUTO, kernel, OWN_THREAD", "I420, AUTO, kernel, RENDER_THREAD",
        "NV12, KERNEL, kernel, OWN_THREAD", "NV12, KERNEL, kernel, RENDER_THREAD",
        "I420, VIDEOCONVERT, videoconvert, OWN_THREAD", "I420, VIDEOCONVERT, videoconvert, RENDER_THREAD",
        "RGB, AUTO, videoconvert, OWN_THREAD", "RGB, AUTO, videoconvert, RENDER_THREAD",
        "I420, AS_READ, as read, OWN_THREAD", "NV12, AS_READ, as read, RENDER_THREAD",
        "BGRx, AUTO, as read, OWN_THREAD", "RGBx, AUTO, as read, RENDER_THREAD"
    })
    void shouldShowTheBinNothingButSlotsThatWereFilledForThatFrame(
            String format, Convert convert, String way, EncodeOn encodeOn) {
        boolean software = surface.renderer().contains("llvmpipe");
        assumeTrue(software || convert != Convert.AUTO || !way.equals("kernel"), "a card may make the planes itself");
        StageRecorder recorder = recorderWith(taking(format))
                .tuning(t -> t.convert(convert))
                .encodeOn(encodeOn)
                .start();
        BinInput input = new BinInput(recorder);
        assertTrue(
                recorder.stats().conversion().startsWith(way), recorder.stats().conversion());
        watch(input.pad(), input);
        recordAndCheck(recorder);
    }

    /** The test looks up the addresses when it sees a buffer, because a mapping may be different for every frame. */
    @ParameterizedTest
    @CsvSource({
        "I420, AUTO, CLIENT", "I420, AUTO, MAPPED", "I420, VIDEOCONVERT, MAPPED", "I420, VIDEOCONVERT, PERSISTENT",
        "I420, VIDEOCONVERT, PINNED", "BGRx, AUTO, MAPPED", "RGBx, AUTO, PERSISTENT", "BGRx, AUTO, PINNED"
    })
    void shouldShowTheBinNothingButSlotsByEveryStrategy(String format, Convert convert, ReadStrategy strategy) {
        DriverSupport.assume(strategy);
        StageRecorder recorder = recorderWith(taking(format))
                .tuning(t -> t.convert(convert))
                .tuning(t -> t.readStrategy(strategy))
                .start();
        BinInput input = new BinInput(recorder);
        watch(input.pad(), input);
        recordAndCheck(recorder);
    }

    /** Reads of framebuffer 0 are guarded: the last pixel of each slot is written before the read. */
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the surfaces are pbuffers of EGL")
    @ParameterizedTest
    @CsvSource({
        "I420, AUTO, CLIENT",
        "I420, AUTO, MAPPED",
        "I420, VIDEOCONVERT, MAPPED",
        "I420, AS_READ, MAPPED",
        "BGRx, AUTO, CLIENT",
        "RGBx, AUTO, PERSISTENT",
        "BGRx, AUTO, PINNED"
    })
    void shouldShowTheBinNothingButSlotsOfASurface(String format, Convert convert, ReadStrategy strategy) {
        onPbuffer(() -> {
            shouldShowTheBinNothingButSlotsByEveryStrategy(format, convert, strategy);
        });
    }

    private void onPbuffer(Runnable test) {
        Stage ofFramebufferObject = stage;
        CompletableFuture.runAsync(() -> {
                    try (PbufferContext context = new PbufferContext(false, 3)) {
                        long pbuffer = context.newPbuffer(WIDTH_PX, HEIGHT_PX);
                        context.makeCurrent(pbuffer, pbuffer);
                        stage = new Stage(WIDTH_PX, HEIGHT_PX);
                        test.run();
                        stage.close();
                    } finally {
                        stage = ofFramebufferObject;
                    }
                })
                .join();
    }

    @ParameterizedTest
    @CsvSource({"AUTO, DRIVER, as read, BGRx", "AUTO, BLIT, as read, RGBx", "VIDEOFLIP, AUTO, videoflip, RGBx"})
    void shouldShowTheBinNothingButSlotsByEveryFlip(Convert convert, Flip flip, String way, String format) {
        DriverSupport.assume(flip);
        StageRecorder recorder = recorderWith(taking(format))
                .tuning(t -> t.convert(convert).flip(flip))
                .start();
        BinInput input = new BinInput(recorder);
        assertTrue(
                recorder.stats().conversion().startsWith(way), recorder.stats().conversion());
        watch(input.pad(), input);
        recordAndCheck(recorder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I420", "NV12"})
    void shouldLetTheDescriptionReadThePlanesWhereTheyWereMade(String format) {
        StageRecorder recorder = recorderWith(taking(format)).start();
        BinInput input = new BinInput(recorder);
        watch(input.padOfDescription(), input);
        recordAndCheck(recorder);
    }

    private static String taking(String format) {
        return "capsfilter caps=video/x-raw,format=" + format + " ! fakesink";
    }

    private void recordAndCheck(StageRecorder recorder) {
        upright = recorder.stats().conversion().startsWith("as read");
        record(recorder, FRAMES);
        recorder.close();
        assertEquals(FRAMES, seen.size());
        for (int i = 0; i < FRAMES; i++) {
            assertTrue(seen.get(i).inSlot(), "frame " + i + " is not in a slot: " + seen.get(i));
            assertEquals(i * 1_000_000_000L / 30, seen.get(i).ptsNs());
            assertEquals(i, seen.get(i).frameNumber());
        }
    }

    @Test
    void shouldNoticeAPathThatCopies() {
        StageRecorder recorder = recorderTo("stage.mkv")
                .tuning(t -> t.convert(Convert.VIDEOCONVERT))
                .start();
        BinInput input = new BinInput(recorder);
        watch(input.padBehindConverter(), input);
        record(recorder, FRAMES);
        recorder.close();
        assertEquals(FRAMES, seen.size());
        assertTrue(seen.stream().noneMatch(Seen::inSlot), "the check does not tell a slot from a copy");
    }

    @Test
    void shouldAllocateNoSlotAfterStart() {
        StageRecorder recorder = recorderTo("stage.mkv").start();
        BinInput input = new BinInput(recorder);
        List<Slab> slabs = List.copyOf(input.slabs());
        long poolBytes = recorder.stats().memory().poolBytes();
        for (int i = 0; i < FRAMES; i++) {
            drawAndCapture(recorder, i);
            assertEquals(poolBytes, recorder.stats().memory().poolBytes());
        }
        assertEquals(slabs, input.slabs());
        recorder.close();
    }

    @Test
    void shouldAllocateAGenerationOnlyForAResizeThatGrows() {
        surface.resize(2 * WIDTH_PX, HEIGHT_PX);
        StageRecorder recorder = recorderTo("stage.mkv").start();
        long poolBytes = recorder.stats().memory().poolBytes();
        recorder.resize(WIDTH_PX / 2, HEIGHT_PX / 2);
        drawAndCapture(recorder, 0);
        assertEquals(poolBytes, recorder.stats().memory().poolBytes());
        recorder.resize(2 * WIDTH_PX, HEIGHT_PX);
        assertTrue(recorder.stats().memory().poolBytes() > poolBytes);
        drawAndCapture(recorder, 1);
        recorder.close();
    }

    /** The recording may let go of a generation while GStreamer still has its last slot, so the last look counts too. */
    private void watch(Pad pad, BinInput input) {
        AtomicReference<List<Long>> last = new AtomicReference<>(input.pushedAddresses());
        pad.addDataProbe((probed, buffer) -> {
            List<Long> now = input.pushedAddresses();
            List<Long> both =
                    Stream.of(last.getAndSet(now), now).flatMap(List::stream).toList();
            seen.add(look(buffer, both));
            return PadProbeReturn.OK;
        });
    }

    private Seen look(Buffer buffer, List<Long> slots) {
        ByteBuffer bytes = buffer.map(false);
        try {
            long address = Pointer.nativeValue(Native.getDirectBufferPointer(bytes));
            return new Seen(slots.contains(address), buffer.getPresentationTimestamp(), number(bytes));
        } finally {
            buffer.unmap();
        }
    }

    /** Returns the frame number in a slot, which holds upright planes or pixels. */
    private int number(ByteBuffer bytes) {
        return bytes.remaining() < WIDTH_PX * HEIGHT_PX * 4
                ? FrameNumber.decode(bytes, WIDTH_PX, HEIGHT_PX, WIDTH_PX)
                : numberOfPixels(bytes);
    }

    /** The blocks are grey, so any channel serves as the luma. */
    private int numberOfPixels(ByteBuffer pixels) {
        ByteBuffer luma = ByteBuffer.allocate(WIDTH_PX * HEIGHT_PX);
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                int row = upright ? y : HEIGHT_PX - 1 - y;
                luma.put(pixels.get((row * WIDTH_PX + x) * 4 + 1));
            }
        }
        return FrameNumber.decode(luma.flip(), WIDTH_PX, HEIGHT_PX, WIDTH_PX);
    }
}
