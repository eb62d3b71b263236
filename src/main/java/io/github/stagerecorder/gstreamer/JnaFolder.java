package io.github.stagerecorder.gstreamer;

import io.github.stagerecorder.jni.NativeModule;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chooses the folder into which JNA unpacks its own library. JNA knows one, in the cache, and tries no other. */
final class JnaFolder {
    private static final String PROPERTY = "jna.tmpdir";

    private JnaFolder() {}

    /** Where our own module does not load from the cache, JNA's would not either. JNA reads the property once. */
    static void choose() {
        String folder = NativeModule.folderInsteadOfCache();
        if (folder != null && System.getProperty(PROPERTY) == null && Files.isWritable(Path.of(folder))) {
            System.setProperty(PROPERTY, folder);
        }
    }
}
