package io.github.stagerecorder.settings;

/**
 * The matrix by which planes are made, always in limited range. The native module's {@code sr_matrix} has the same
 * order.
 */
public enum Colour {
    BT601,
    BT709
}
