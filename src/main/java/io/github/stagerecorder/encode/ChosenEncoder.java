package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Optional;

/**
 * The encoder that a recording will have, tried and not yet open. It says nothing about how pixels are read, so that it
 * can be chosen on any thread, without a GL context. Immutable.
 *
 * @param description what will be parsed, the user's or a preset's
 * @param input what the description is given
 * @param evenSize whether the codec takes even sizes only
 * @param constantRate whether {@code videorate} keeps the file's rate constant
 * @param encoderNames for the statistics
 * @param retained how many frames it keeps before it lets go of the first; that of {@code videorate} is one of them
 */
public record ChosenEncoder(
        EncoderRequest request,
        String description,
        InputFormat input,
        boolean evenSize,
        boolean constantRate,
        String encoderNames,
        int retained) {

    /** The same for another file of the same size. */
    public ChosenEncoder into(EncoderRequest next) {
        return new ChosenEncoder(next, description, input, evenSize, constantRate, encoderNames, retained);
    }

    /** Whether pixels that were read for the other, unchanged by the GPU, are the best for this too. */
    public boolean readsAs(ChosenEncoder other) {
        return input.name().equals(other.input.name());
    }

    /** The order of RGB to read, where one is as good as the other for this driver. */
    public PixelFormat formatToRead(PixelFormat cheapest) {
        return input.ours().filter(own -> !own.isPlanar()).orElse(cheapest);
    }

    /** The planes that may be read in place of RGB, if the GPU makes them; none if the user has another way in mind. */
    public Optional<PixelFormat> readablePlanes() {
        Convert forced = request.options().convert();
        return forced == Convert.AUTO || forced == Convert.AS_READ ? input.planes() : Optional.empty();
    }

    /** Whether it would spare the pipeline a {@code videoflip} if the slots held their rows the right way up. */
    public boolean wantsUpright() {
        return request.options().convert() == Convert.AUTO
                && input.ours().filter(own -> !own.isPlanar()).isPresent();
    }

    /** By which planes are made. */
    public Colour colour() {
        return input.colour();
    }

    /** The width of a picture that this encoder takes: one pixel more where it needs even numbers. */
    int padded(int px) {
        return evenSize ? px + px % 2 : px;
    }

    /** The file's own width. */
    public int fileWidthPx() {
        return padded(request.widthPx());
    }

    /** The file's own height. */
    public int fileHeightPx() {
        return padded(request.heightPx());
    }

    /** Bytes a second of the file, by a rough estimate; -1 for a description of the user's, of which nobody can tell. */
    public long expectedBytesPerSecond() {
        return request.options().description() == null ? BitRate.bytesPerSecond(request) : -1;
    }
}
