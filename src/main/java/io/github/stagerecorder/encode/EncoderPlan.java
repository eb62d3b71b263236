package io.github.stagerecorder.encode;

import io.github.stagerecorder.frame.Picture;

/**
 * What will be encoded and how, settled before anything is opened or written. Immutable.
 *
 * @param output null when the description brings its own sink
 * @param description what will be parsed, the user's or a preset's
 * @param evenSize whether the codec takes even sizes only
 * @param constantRate whether videorate keeps the file's rate constant
 * @param file the picture of the file, which is the stage's at the start
 * @param encoderNames for the statistics
 */
public record EncoderPlan(
        EncoderSettings settings,
        OutputFile output,
        String description,
        Conversion conversion,
        boolean evenSize,
        boolean constantRate,
        Picture file,
        String encoderNames) {

    static EncoderPlan of(EncoderSettings settings, OutputFile output, EncoderBin bin, Picture stage) {
        Conversion conversion = Conversion.choose(bin, settings.pixelFormat(), stage.format(), stage.heightPx());
        Picture file = padded(stage.widthPx(), stage.heightPx(), bin.needsEvenSize(), conversion);
        return new EncoderPlan(settings, output, bin.description(), conversion, bin.needsEvenSize(), bin.has("videorate"),
                file, bin.encoderNames());
    }

    /** Whether the newest picture is kept, to be shown again in a gap or at the end. */
    public boolean keepsNewest() {
        return settings.realTime() || constantRate;
    }

    /** The picture for a stage of this size: one pixel more where the codec needs even numbers. */
    public Picture picture(int widthPx, int heightPx) {
        return padded(widthPx, heightPx, evenSize, conversion);
    }

    private static Picture padded(int widthPx, int heightPx, boolean even, Conversion conversion) {
        return even
                ? Picture.asRead(widthPx + widthPx % 2, heightPx + heightPx % 2, conversion.source())
                : Picture.asRead(widthPx, heightPx, conversion.source());
    }
}
