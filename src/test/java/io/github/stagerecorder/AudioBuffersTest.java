package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Every kind of buffer is read as it is, and a listener may write. */
class AudioBuffersTest extends OnStage {
    private static final int RATE_HZ = 48_000;
    private static final int BLOCK = RATE_HZ / 30;
    private static final String EXACT =
            "x264enc tune=zerolatency ! mux. audioconvert ! flacenc ! mux. matroskamux name=mux";

    private RecorderBuilder options() {
        return recorderTo("stage.mkv").pipeline(EXACT).audio(RATE_HZ, 1, SampleFormat.S16);
    }

    private static ShortBuffer filled(ShortBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i++) {
            buffer.put(i, (short) (7 * i));
        }
        return buffer;
    }

    private static ByteBuffer bytes(ByteOrder order) {
        return ByteBuffer.allocateDirect(2 * BLOCK).order(order);
    }

    @Test
    void shouldReadEveryKindOfShortBuffer() {
        ShortBuffer larger = filled(ShortBuffer.allocate(BLOCK));
        List<ShortBuffer> kinds = List.of(
                filled(ShortBuffer.allocate(BLOCK)),
                filled(ShortBuffer.allocate(BLOCK)).asReadOnlyBuffer(),
                filled(bytes(ByteOrder.nativeOrder()).asShortBuffer()),
                filled(bytes(ByteOrder.BIG_ENDIAN).asShortBuffer()),
                filled(bytes(ByteOrder.LITTLE_ENDIAN).asShortBuffer()).asReadOnlyBuffer(),
                ShortBuffer.allocate(BLOCK + 20).put(10, larger, 0, BLOCK).slice(10, BLOCK));
        try (StageRecorder recorder = options().start()) {
            for (int i = 0; i < kinds.size(); i++) {
                drawAndCapture(recorder, i);
                assertEquals(0, recorder.audio().write(ShortBuffer.allocate(0)));
                assertEquals(BLOCK, recorder.audio().write(kinds.get(i)));
            }
        }
        requireBlocks(kinds.size());
    }

    /** The samples are in the machine's order, whatever that of the buffer is. */
    @Test
    void shouldReadEveryKindOfByteBuffer() {
        ByteBuffer direct = bytes(ByteOrder.nativeOrder());
        filled(direct.asShortBuffer());
        ByteBuffer heap = ByteBuffer.allocate(2 * BLOCK).put(0, direct, 0, 2 * BLOCK);
        List<ByteBuffer> kinds = List.of(
                direct,
                direct.asReadOnlyBuffer(),
                direct.duplicate().order(ByteOrder.BIG_ENDIAN),
                heap,
                heap.asReadOnlyBuffer(),
                ByteBuffer.allocate(2 * BLOCK + 3)
                        .put(3, direct, 0, 2 * BLOCK)
                        .position(3)
                        .slice());
        try (StageRecorder recorder = options().start()) {
            for (int i = 0; i < kinds.size(); i++) {
                drawAndCapture(recorder, i);
                assertEquals(BLOCK, recorder.audio().write(kinds.get(i)));
            }
        }
        requireBlocks(kinds.size());
    }

    private void requireBlocks(int count) {
        float[] expected = new float[count * BLOCK];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (short) (7 * (i % BLOCK)) / 32768f;
        }
        assertArrayEquals(expected, DecodedSound.of(folder.resolve("stage.mkv")).samples());
    }

    /** There is no room for the sound, which the listener is told, and so it writes more. */
    @Test
    void shouldLetAListenerWrite() throws InterruptedException {
        AtomicReference<StageRecorder> running = new AtomicReference<>();
        CountDownLatch told = new CountDownLatch(2);
        RecorderListener listener = new RecorderListener() {
            @Override
            public void troubled(Trouble trouble, String message) {
                running.get().audio().write(ShortBuffer.allocate(100));
                told.countDown();
            }

            @Override
            public void ended(Outcome outcome) {
                running.get().audio().write(ShortBuffer.allocate(100));
                told.countDown();
            }
        };
        StageRecorder recorder = options()
                .whenBehind(WhenBehind.DROP)
                .listener(listener, Runnable::run)
                .start();
        running.set(recorder);
        try (recorder) {
            drawAndCapture(recorder, 0);
            recorder.audio().write(ShortBuffer.allocate(20 * RATE_HZ));
            drawAndCapture(recorder, 1);
        }
        assertTrue(told.await(20, TimeUnit.SECONDS));
        assertTrue(recorder.stats().sound().overflow() > 0, recorder.stats().sound()::toString);
        assertEquals(100, recorder.stats().sound().closed(), recorder.stats().sound()::toString);
    }
}
