package io.github.stagerecorder.settings;

/** How planes are made of red, green and blue: {@code sr_colour}. */
public record Colour(Matrix matrix, Range range) {
    /** The weights of red, green and blue: {@code sr_matrix}, in its order. */
    public enum Matrix {
        BT601,
        BT709
    }

    /** From black to white: {@code sr_range}, in its order. */
    public enum Range {
        /** Luma from 16 to 235, as video has it. */
        LIMITED,
        /** Luma from 0 to 255, as JPEG has it. */
        FULL
    }
}
