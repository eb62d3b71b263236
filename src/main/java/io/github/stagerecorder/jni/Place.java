package io.github.stagerecorder.jni;

import java.nio.file.Path;

/**
 * A folder into which the native module may be unpacked.
 *
 * @param folder its path; it need not exist
 * @param keeps whether the file stays there for the next start
 * @param movedBy the property or variable that names another folder
 */
record Place(String folder, boolean keeps, String movedBy) {
    /** @throws java.nio.file.InvalidPathException if no file can have this name */
    Path path() {
        return Path.of(folder);
    }

    @Override
    public String toString() {
        return folder + " (" + movedBy + " moves it)";
    }
}
