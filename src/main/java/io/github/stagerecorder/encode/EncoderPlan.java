package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.Colour;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.PixelFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What will be encoded and how, settled before anything is opened or written. Immutable.
 *
 * <p>It begins with slots as it would best have them, of RGB and bottom-up unless the user insists on planes;
 * {@link #reading} tells it what they really hold.
 *
 * @param output null when the description brings its own sink
 * @param description what will be parsed, the user's or a preset's
 * @param evenSize whether the codec takes even sizes only
 * @param constantRate whether videorate keeps the file's rate constant
 * @param file the picture that the slots hold at the start, when the stage has the file's size
 * @param encoderNames for the statistics
 * @param retained how many frames the bin keeps before it lets go of the first; that of videorate is one of them
 */
public record EncoderPlan(
        EncoderSettings settings,
        OutputFile output,
        String description,
        Conversion conversion,
        boolean evenSize,
        boolean constantRate,
        Picture file,
        String encoderNames,
        int retained) {

    static EncoderPlan of(EncoderSettings settings, OutputFile output, EncoderBin bin, Picture stage) {
        Conversion conversion = Conversion.choose(bin, settings, stage.format(), stage.heightPx());
        Picture file = padded(stage.widthPx(), stage.heightPx(), bin.needsEvenSize(), conversion);
        return new EncoderPlan(
                settings,
                output,
                bin.description(),
                conversion,
                bin.needsEvenSize(),
                bin.has("videorate"),
                file,
                bin.encoderNames(),
                0);
    }

    EncoderPlan withRetained(int frames) {
        return new EncoderPlan(
                settings, output, description, conversion, evenSize, constantRate, file, encoderNames, frames);
    }

    /** The same into another file. */
    public EncoderPlan into(EncoderSettings next) {
        return new EncoderPlan(
                next,
                new OutputFile(next.output(), next.overwrite()),
                description,
                conversion,
                evenSize,
                constantRate,
                file,
                encoderNames,
                retained);
    }

    /** Whether pixels that were read for the other, unchanged by the GPU, are the best for this too. */
    public boolean readsAs(EncoderPlan other) {
        return readablePlanes().equals(other.readablePlanes())
                && wantsUpright() == other.wantsUpright()
                && binFormat().equals(other.binFormat());
    }

    /**
     * The plan for slots that hold this. Planes must be {@link #binFormat} with the matrix that {@link #colour} tells,
     * in limited range, one chroma sample in the middle of four pixels.
     *
     * @throws EncodeException if the bin cannot be given that, or not in the way that the user insists on
     */
    public EncoderPlan reading(PixelFormat format, boolean bottomUp) {
        Conversion next = conversion.reading(format, bottomUp, settings.way(), description);
        Picture slot = new Picture(file.widthPx(), file.heightPx(), format, bottomUp);
        return new EncoderPlan(
                settings, output, description, next, evenSize, constantRate, slot, encoderNames, retained);
    }

    /** The planes that may be read in place of RGB, if the GPU makes them; none if the user has another way in mind. */
    public Optional<PixelFormat> readablePlanes() {
        boolean allowed = settings.way() == null || settings.way() == Way.AS_READ;
        return conversion.planes().filter(planes -> allowed);
    }

    /** Whether it would spare the pipeline a videoflip if the slots held their rows the right way up. */
    public boolean wantsUpright() {
        return conversion.way() == Way.VIDEOFLIP;
    }

    /** What the bin is given, by GStreamer's name. */
    public String binFormat() {
        return conversion.format();
    }

    /** Whether planes are to be made by BT.709; else by BT.601. */
    public Colour colour() {
        return conversion.colorimetry().equals("bt709") ? Colour.BT709 : Colour.BT601;
    }

    /** Whether the newest picture is kept, to be shown again in a gap or at the end. */
    public boolean keepsNewest() {
        return settings.realTime() || constantRate;
    }

    /** How many of the slots that are pushed the pipeline keeps before the first comes back. */
    public int retainedSlots() {
        boolean reachTheBin = conversion.way() == Way.AS_READ || conversion.way() == Way.KERNEL;
        return reachTheBin ? retained : 0;
    }

    /** What a slot holds for a stage of this size: one pixel more where the codec needs even numbers. */
    public Picture picture(int widthPx, int heightPx) {
        return padded(widthPx, heightPx, evenSize, conversion);
    }

    /** What is pushed for a slot of this picture: the planes that the kernel makes, or the same. */
    public Picture pushed(Picture slot) {
        return convertsHere() ? Picture.upright(slot.widthPx(), slot.heightPx(), conversion.pushed()) : slot;
    }

    /** Whether our kernel converts, from READ slots into PLANES slots. */
    public boolean convertsHere() {
        return conversion.way() == Way.KERNEL;
    }

    /** The way of conversion, for the statistics: such as "kernel avx2 BGRx to I420". */
    public String conversionName() {
        String way = conversion.way().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String level = convertsHere() ? " " + KernelStage.levelName() : "";
        return way + level + " " + conversion.source().capsName() + " to " + conversion.format();
    }

    /** Of the file, by a rough estimate; -1 for a description of the user's, of which nobody can tell. */
    public long expectedBytesPerSecond() {
        return settings.description() == null ? Preset.expectedBytesPerSecond(file, settings) : -1;
    }

    /** Of what the bin is given. */
    public long uncompressedBytesPerSecond() {
        return pushed(file).sizeBytes()
                * settings.rate().numerator()
                / settings.rate().denominator();
    }

    private static Picture padded(int widthPx, int heightPx, boolean even, Conversion conversion) {
        int widePx = even ? widthPx + widthPx % 2 : widthPx;
        int highPx = even ? heightPx + heightPx % 2 : heightPx;
        return new Picture(widePx, highPx, conversion.source(), conversion.bottomUp());
    }
}
