package io.github.stagerecorder.jni;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** Tells whether anybody but this user and the system may change a file or folder. */
interface Writers {
    /** Returns the attributes with which a folder is created for this user alone. */
    FileAttribute<?> forThisUserAlone();

    /** Returns the attributes with which a file is created in such a folder; none if it inherits the folder's. */
    FileAttribute<?>[] forFilesOfThisUser();

    /**
     * Checks one step of a path. Links are not followed.
     *
     * @param isLast whether the step is a file to be loaded or its folder, to which others may not even add files
     * @return why others could change it; null if they cannot
     */
    String danger(Path step, boolean isLast) throws IOException;
}
