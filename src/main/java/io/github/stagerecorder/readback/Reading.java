package io.github.stagerecorder.readback;

import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.settings.Colour;
import io.github.stagerecorder.settings.PixelFormat;
import java.util.Locale;

/**
 * Describes one way to read. Immutable.
 *
 * @param strategy how the pixels come from the GPU into the slot
 * @param source what is read
 * @param format the format of the slot's content after the read
 * @param colour the colour of planes; null for RGB pixels, which keep the stage's colour
 */
public record Reading(ReadStrategy strategy, Source source, PixelFormat format, Colour colour) {
    /** Creates a reading of RGB pixels. */
    public Reading(ReadStrategy strategy, Source source, PixelFormat format) {
        this(strategy, source, format, null);
    }

    /** Returns whether the slot's lowest row comes first. */
    public boolean bottomUp() {
        return source == Source.BOTTOM_UP || source == Source.RESOLVED;
    }

    /** Returns whether what is read belongs to the driver, and may disappear with the GL context. */
    public boolean endsWithContext() {
        return strategy == ReadStrategy.MAPPED || strategy == ReadStrategy.PERSISTENT;
    }

    /** Returns the same reading by another strategy. */
    public Reading by(ReadStrategy other) {
        return new Reading(other, source, format, colour);
    }

    Picture picture(int widthPx, int heightPx) {
        return new Picture(widthPx, heightPx, format, bottomUp());
    }

    /** Returns a name for the statistics, such as "client BGRx" or "persistent I420 by shader". */
    @Override
    public String toString() {
        String how = switch (source) {
            case BOTTOM_UP, RESOLVED -> "";
            case INVERTED, FLIPPED -> " " + source.name().toLowerCase(Locale.ROOT);
            case PLANES -> " by shader";
        };
        return strategy.name().toLowerCase(Locale.ROOT) + " " + format.capsName() + how;
    }
}
