package io.github.stagerecorder.pipeline;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.stagerecorder.Convert;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.encode.EncoderResult;
import io.github.stagerecorder.encode.InputPlan;
import io.github.stagerecorder.encode.Requests;
import io.github.stagerecorder.frame.Patience;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.jni.NativeModule;
import io.github.stagerecorder.jni.PoolNative;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Records black frames with one white frame, and silence with a chirp that begins with that frame. It needs no GL: it
 * fills the slots itself.
 */
public final class FlashAndBeep {
    /** The white frame. */
    public static final int FLASH = 30;

    public static final int FRAMES_PER_SECOND = 30;
    private static final FrameRate RATE = new FrameRate(FRAMES_PER_SECOND, 1);
    private static final int WIDTH_PX = 128;
    private static final int HEIGHT_PX = 96;
    private static final int BEEP_MS = 200;
    private static final long TIMEOUT_NS = 30_000_000_000L;

    private final SoundFormat format;
    private final InputPlan plan;
    private final SlotPool pool;
    private final Slab slab;
    private final Encoder encoder;
    private long nextSample;

    /** @param description null for the preset of the file's extension */
    public FlashAndBeep(Path file, String description, SoundFormat format) {
        this(chosen(file, description, format));
    }

    FlashAndBeep(ChosenEncoder chosen) {
        pool = new SlotPool();
        format = chosen.request().options().sound();
        plan = InputPlan.ofPlainReads(chosen, PixelFormat.BGRX);
        int slots = chosen.retained() + 4;
        Slab planes = plan.convertsHere()
                ? pool.newSlab(slots, plan.pushed(plan.file()).slotBytes())
                : null;
        slab = pool.newSlab(slots, plan.file().slotBytes(), planes);
        encoder = Encoders.open(chosen).feed(plan, pool, true);
    }

    static ChosenEncoder chosen(Path file, String description, SoundFormat format) {
        NativeModule.load();
        Encoders.requireGStreamer();
        EncoderOptions options =
                new EncoderOptions(description, Quality.MEDIUM, null, Convert.AUTO, false, format, null, null);
        return Requests.chosen(Requests.of(options, file, WIDTH_PX, HEIGHT_PX, 4));
    }

    /** Returns the sample of the first channel, from -1 to 1: a chirp from 500 to 4,500 Hz. */
    public static double beep(long sample, int rateHz) {
        double timeS = (double) sample / rateHz - (double) FLASH / FRAMES_PER_SECOND;
        boolean sounds = timeS >= 0 && timeS < BEEP_MS / 1e3;
        return sounds ? 0.5 * Math.sin(2 * Math.PI * (500 * timeS + 10_000 * timeS * timeS)) : 0;
    }

    /** Records frames with their sound; {@code realTime} as they come due, otherwise as fast as possible. */
    public void record(int frames, boolean realTime) {
        long startNs = System.nanoTime();
        for (int frame = 0; frame < frames; frame++) {
            pushFrame(frame);
            pushSound((frame + 1L) * format.rateHz() * RATE.denominator() / RATE.numerator());
            if (realTime) {
                LockSupport.parkNanos(startNs + RATE.timeNs(frame + 1) - System.nanoTime());
            }
        }
    }

    private void pushFrame(int frame) {
        Slot slot = slab.claim();
        Patience patience = new Patience(TIMEOUT_NS);
        while (slot == null && !patience.isOver()) {
            LockSupport.parkNanos(Patience.NAP_NS);
            slot = slab.claim();
        }
        ByteBuffer pixels = PoolNative.pixels(slot.handle(), plan.file().sizeBytes());
        while (pixels.hasRemaining()) {
            pixels.put(frame == FLASH ? (byte) -1 : 0);
        }
        slot.stamp(plan.file(), RATE.timeNs(frame), RATE.timeNs(frame + 1) - RATE.timeNs(frame));
        slot.ready();
        encoder.submit(slot);
    }

    /** Pushes sound until this sample frame. */
    public void pushSound(long end) {
        int frames = (int) (end - nextSample);
        ByteBuffer block =
                ByteBuffer.allocateDirect(frames * format.bytesPerSampleFrame()).order(ByteOrder.nativeOrder());
        for (int i = 0; i < frames; i++) {
            for (int channel = 0; channel < format.channels(); channel++) {
                put(block, beep(nextSample + i, format.rateHz()));
            }
        }
        long address = Pointer.nativeValue(Native.getDirectBufferPointer(block));
        if (!encoder.sound().push(address, frames, nextSample)) {
            throw new IllegalStateException("the sound is not taken at " + nextSample);
        }
        nextSample = end;
    }

    private void put(ByteBuffer block, double sample) {
        if (format.sampleFormat() == SampleFormat.S16) {
            block.putShort((short) Math.round(sample * Short.MAX_VALUE));
        } else {
            block.putFloat((float) sample);
        }
    }

    /** Returns the number of sample frames that were pushed. */
    public long sampleFrames() {
        return nextSample;
    }

    /** Ends the recording of so many frames. */
    public EncoderResult end(int frames) throws Exception {
        return encoder.finish(RATE.timeNs(frames), true).get(60, TimeUnit.SECONDS);
    }

    Encoder encoder() {
        return encoder;
    }
}
