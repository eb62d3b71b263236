package io.github.stagerecorder.gstreamer;

/**
 * A place where GStreamer's libraries may be.
 *
 * @param folder the folder; null for the system's own search
 * @param why how this place is known, such as "the property stagerecorder.gstreamer"
 */
record LibraryPlace(String folder, String why) {
    /** Returns the place in a sentence, such as "in /usr/lib (the property jna.library.path)". */
    String where() {
        return folder == null ? why : "in " + folder + " (" + why + ")";
    }
}
