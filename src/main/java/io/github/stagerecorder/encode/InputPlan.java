package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Locale;

/**
 * What an encoder is fed with: what the slots hold, and how that becomes what the encoder takes. Immutable.
 *
 * @param encoder the encoder that takes it
 */
public record InputPlan(ChosenEncoder encoder, Conversion conversion) {
    /**
     * What the encoder is fed with, where slots hold this. Planes must be those of its input, in its colours, with one
     * chroma sample in the middle of four pixels.
     *
     * @throws io.github.stagerecorder.RecordingException if the encoder cannot be given that, or not in the way that the
     *     user insists on
     */
    public static InputPlan of(ChosenEncoder encoder, PixelFormat format, boolean bottomUp) {
        Convert forced = encoder.request().options().convert();
        return new InputPlan(encoder, Conversion.of(format, bottomUp, encoder.input(), forced, encoder.description()));
    }

    /** The same where nothing is known of the driver, but the order of RGB that it reads fastest. */
    public static InputPlan ofPlainReads(ChosenEncoder encoder, PixelFormat cheapest) {
        PixelFormat format = encoder.formatToRead(cheapest);
        return encoder.request().options().convert() == Convert.AS_READ
                ? of(encoder, encoder.input().planes().orElse(format), false)
                : of(encoder, format, true);
    }

    /** What a slot holds for a stage of this size: one pixel more where the codec needs even numbers. */
    public Picture picture(int widthPx, int heightPx) {
        return new Picture(
                encoder.padded(widthPx), encoder.padded(heightPx), conversion.source(), conversion.bottomUp());
    }

    /** What a slot holds while the stage has the file's size. */
    public Picture file() {
        return picture(encoder.request().widthPx(), encoder.request().heightPx());
    }

    /** What is pushed for a slot of this picture: the planes that the kernel makes, or the same. */
    public Picture pushed(Picture slot) {
        return convertsHere() ? Picture.upright(slot.widthPx(), slot.heightPx(), conversion.pushed()) : slot;
    }

    /** Whether our kernel converts, from READ slots into PLANES slots. */
    public boolean convertsHere() {
        return conversion.way() == Convert.KERNEL;
    }

    /** Whether the newest picture is kept, to be shown again in a gap or at the end. */
    public boolean keepsNewest() {
        return encoder.request().realTime() || encoder.constantRate();
    }

    /** How many of the slots that are pushed are always out: kept by the encoder, or to be shown again. */
    public int heldSlots() {
        return retainedSlots() + (keepsNewest() ? 1 : 0);
    }

    /** How many of the slots that are pushed the pipeline keeps before the first comes back. */
    public int retainedSlots() {
        boolean reachTheBin = conversion.way() == Convert.AS_READ || convertsHere();
        return reachTheBin ? encoder.retained() : 0;
    }

    /** How pixels become what the pipeline takes, for the statistics: such as "kernel avx2 BGRx to I420". */
    public String conversionName() {
        String way = conversion.way().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String level = convertsHere() ? " " + KernelLevel.best() : "";
        return way + level + " " + conversion.source().capsName() + " to "
                + conversion.input().name();
    }

    /** Bytes a second of what the encoder is given. */
    public long uncompressedBytesPerSecond() {
        var rate = encoder.request().rate();
        return pushed(file()).sizeBytes() * rate.numerator() / rate.denominator();
    }
}
