package io.github.stagerecorder.jni;

import java.nio.file.Path;

/**
 * A folder into which the native module may be unpacked.
 *
 * @param folder its path; it need not exist
 * @param kind what it is for
 * @param movedBy the property or variable that names another folder
 */
record Place(String folder, Kind kind, String movedBy) {
    /** What the folder is for; a file in a folder for temporary files does not stay for the next start. */
    enum Kind {
        CHOSEN,
        CACHE,
        TEMPORARY
    }

    boolean keeps() {
        return kind != Kind.TEMPORARY;
    }

    /** @throws java.nio.file.InvalidPathException if no file can have this name */
    Path path() {
        return Path.of(folder);
    }

    @Override
    public String toString() {
        return folder + " (" + movedBy + " moves it)";
    }
}
