package io.github.stagerecorder.settings;

/** How planes are made of red, green and blue. The native module has it as {@code sr_colour}. */
public record Colour(Matrix matrix, Range range) {
    /** The weights of red, green and blue. The native module's {@code sr_matrix} has the same order. */
    public enum Matrix {
        BT601,
        BT709
    }

    /** The levels of black and white. The native module's {@code sr_range} has the same order. */
    public enum Range {
        /** Luma from 16 to 235, as video has it. */
        LIMITED,
        /** Luma from 0 to 255, as JPEG has it. */
        FULL
    }
}
