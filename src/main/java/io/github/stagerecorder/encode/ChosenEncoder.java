package io.github.stagerecorder.encode;

import io.github.stagerecorder.Convert;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.ReplayOptions;
import java.util.Optional;

/**
 * The encoder that a recording will use; it has been tried and is not yet open. It does not depend on how pixels are
 * read, so it can be chosen on any thread, without a GL context. Immutable.
 *
 * @param request what the encoder is asked for
 * @param description the gst-launch fragment, from the user or from a preset
 * @param input the format that the description is given
 * @param evenSize whether the codec takes only even sizes
 * @param constantRate whether {@code videorate} keeps the file's rate constant
 * @param encoderNames the names of the encoding elements, for the statistics
 * @param retained how many frames the encoder keeps before it releases the first, including the one that
 *     {@code videorate} keeps
 * @param mayRunEarly whether it may run before a recording is certain, because it writes nothing of its own
 */
public record ChosenEncoder(
        EncoderRequest request,
        String description,
        InputFormat input,
        boolean evenSize,
        boolean constantRate,
        String encoderNames,
        int retained,
        boolean mayRunEarly) {

    private static final long NS_PER_S = 1_000_000_000L;

    /** Returns the same encoder for another file of the same size. */
    public ChosenEncoder into(EncoderRequest next) {
        return new ChosenEncoder(next, description, input, evenSize, constantRate, encoderNames, retained, mayRunEarly);
    }

    /** Returns whether sound is recorded too. */
    public boolean hasSound() {
        return request.options().sound() != null;
    }

    /** Returns the same encoder, of which it is now known how many frames it keeps. */
    public ChosenEncoder retaining(int frames) {
        return new ChosenEncoder(
                request, description, input, evenSize, constantRate, encoderNames, frames, mayRunEarly);
    }

    /** Returns the RGB order to read: the encoder's own, or else the one that is cheapest with this driver. */
    public PixelFormat formatToRead(PixelFormat cheapest) {
        return input.pixels().orElse(cheapest);
    }

    /** Returns the planes that the GPU may make in place of RGB; empty if the user has set another conversion. */
    public Optional<PixelFormat> readablePlanes() {
        Convert forced = request.options().convert();
        return forced == Convert.AUTO || forced == Convert.AS_READ ? input.planes() : Optional.empty();
    }

    /** Returns whether upright rows in the slots would save the pipeline a {@code videoflip}. */
    public boolean wantsUpright() {
        return request.options().convert() == Convert.AUTO && input.pixels().isPresent();
    }

    /** Returns the colour matrix with which planes are made. */
    public Colour colour() {
        return input.colour();
    }

    /** Returns the width or height that this encoder takes: one pixel more if it needs even numbers. */
    int padded(int px) {
        return evenSize ? px + px % 2 : px;
    }

    /** Returns the width of the file. */
    public int fileWidthPx() {
        return padded(request.widthPx());
    }

    /** Returns the height of the file. */
    public int fileHeightPx() {
        return padded(request.heightPx());
    }

    /** Returns in words why a replay will be shorter than asked for; null if it need not be. */
    public String shortReplay() {
        ReplayOptions replay = request.options().replay();
        long bytesPerSecond = expectedBytesPerSecond();
        if (replay == null
                || bytesPerSecond <= 0
                || replay.mostBytes() / bytesPerSecond >= replay.keepNs() / NS_PER_S) {
            return null;
        }
        return "the replay's budget of " + replay.mostBytes() + " bytes lasts some "
                + replay.mostBytes() / bytesPerSecond + " s of the " + replay.keepNs() / NS_PER_S
                + " s at an estimated " + bytesPerSecond + " bytes a second";
    }

    /** Returns a rough estimate of the file's bytes a second; -1 for a user's description, for which there is none. */
    public long expectedBytesPerSecond() {
        return request.options().description() == null ? BitRate.bytesPerSecond(request) : -1;
    }
}
