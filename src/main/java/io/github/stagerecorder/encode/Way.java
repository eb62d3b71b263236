package io.github.stagerecorder.encode;

/** How the stage's pixels become what the bin takes, and the right way up; see {@link Conversion}. */
public enum Way {
    /** The slot is wrapped as it was read: upright, and in the bin's format. To force it is to ask for planes. */
    AS_READ,

    /** The slot is in the bin's format but bottom-up: GStreamer's videoflip turns the rows. */
    VIDEOFLIP,

    /** Our kernel makes upright planes of the bottom-up slot, in a slot of the other set, which is wrapped. */
    KERNEL,

    /** GStreamer's videoconvert reads the slot, through a negative stride where it is bottom-up. */
    VIDEOCONVERT
}
