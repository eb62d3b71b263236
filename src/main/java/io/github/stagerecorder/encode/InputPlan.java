package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.report.Counts;
import io.github.stagerecorder.report.FileFacts;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Locale;

/**
 * The input of an encoder: what the slots hold, and how it is converted for the encoder. Immutable.
 *
 * @param encoder the encoder
 * @param conversion what converts the content of the slots
 */
public record InputPlan(ChosenEncoder encoder, Conversion conversion) {
    /**
     * Returns the plan for slots that hold this format. Planes must be those of the encoder's input, in its colours,
     * with one chroma sample in the middle of four pixels.
     *
     * @throws io.github.stagerecorder.RecordingException if the format cannot be converted for the encoder, or not by
     *     the conversion that the user has set
     */
    public static InputPlan of(ChosenEncoder encoder, PixelFormat format, boolean bottomUp) {
        Convert forced = encoder.request().options().convert();
        return new InputPlan(encoder, Conversion.of(format, bottomUp, encoder.input(), forced, encoder.description()));
    }

    /** Returns the plan if only the RGB order that the driver reads fastest is known. */
    public static InputPlan ofPlainReads(ChosenEncoder encoder, PixelFormat cheapest) {
        PixelFormat format = encoder.formatToRead(cheapest);
        return encoder.request().options().convert() == Convert.AS_READ
                ? of(encoder, encoder.input().planes().orElse(format), false)
                : of(encoder, format, true);
    }

    /** Returns the picture in a slot for a stage of this size: one pixel larger where the codec needs even numbers. */
    public Picture picture(int widthPx, int heightPx) {
        return new Picture(
                encoder.padded(widthPx), encoder.padded(heightPx), conversion.source(), conversion.bottomUp());
    }

    /** Returns the picture in a slot while the stage has the file's size. */
    public Picture file() {
        return picture(encoder.request().widthPx(), encoder.request().heightPx());
    }

    /** Returns what is pushed for a slot with this picture: the planes that the kernel makes, or the same picture. */
    public Picture pushed(Picture slot) {
        return convertsHere() ? planes(slot) : slot;
    }

    /** Returns the planes that the kernel makes of this picture. */
    public Picture planes(Picture slot) {
        return Picture.upright(slot.widthPx(), slot.heightPx(), conversion.pushed());
    }

    /** Returns whether the kernel converts, from READ slots into PLANES slots. */
    public boolean convertsHere() {
        return conversion.way() == Convert.KERNEL;
    }

    /** Returns whether the newest picture is kept, to be pushed again in a gap or at the end. */
    public boolean keepsNewest() {
        return encoder.request().realTime() || encoder.constantRate();
    }

    /** Returns how many pushed slots are always in use: kept by the encoder, or kept to be pushed again. */
    public int heldSlots() {
        return retainedSlots() + (keepsNewest() ? 1 : 0);
    }

    /** Returns how many pushed slots the pipeline keeps before it releases the first. */
    public int retainedSlots() {
        boolean reachTheBin = conversion.way() == Convert.AS_READ || convertsHere();
        return reachTheBin ? encoder.retained() : 0;
    }

    /** Returns how pixels are converted, for the statistics, such as "kernel avx2 BGRx to I420". */
    public String conversionName() {
        String way = conversion.way().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String level = convertsHere() ? " " + KernelLevel.best() : "";
        return way + level + " " + conversion.source().capsName() + " to "
                + conversion.input().name();
    }

    /** Returns what is recorded into the file, and how. */
    public FileFacts facts(Counts.Description how) {
        EncoderRequest request = encoder.request();
        return new FileFacts(request.output(), encoder.fileWidthPx(), encoder.fileHeightPx(), request.rate(), how);
    }

    /** Returns the size of the uncompressed input in bytes a second. */
    public long uncompressedBytesPerSecond() {
        var rate = encoder.request().rate();
        return pushed(file()).sizeBytes() * rate.numerator() / rate.denominator();
    }
}
