package io.github.stagerecorder.settings;

/** The matrix by which planes are made, always in limited range: {@code sr_matrix}, in its order. */
public enum Colour {
    BT601,
    BT709
}
