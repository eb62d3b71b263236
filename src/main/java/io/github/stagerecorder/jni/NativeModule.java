package io.github.stagerecorder.jni;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import org.bytedeco.javacpp.Loader;

/**
 * Finds the native module in the jar and loads it, once.
 *
 * <p>The property {@value #PATH_PROPERTY} names a file to load instead; then nothing else is tried.
 */
public final class NativeModule {
    public static final String PATH_PROPERTY = "stagerecorder.native";

    private static final String LIBRARY = System.mapLibraryName("stagerecorder");
    /** The same number as in {@code native/jni/jni_load.c}, where it stands when to raise both. */
    private static final int ABI = 7;

    private static boolean loaded;

    private NativeModule() {}

    /**
     * Loads the module unless that has happened already. Any thread.
     *
     * @throws UnsatisfiedLinkError naming everything that was looked for, and where; or both numbers, when the module
     *     belongs to other classes than these
     */
    public static synchronized void load() {
        if (!loaded) {
            String file = locate();
            System.load(file);
            requireAbi(abi(), file);
            link();
            loaded = true;
        }
    }

    private static void requireAbi(int found, String file) {
        if (found != ABI) {
            throw new UnsatisfiedLinkError(
                    file + " is of another version than the classes of StageRecorder: its ABI number" + " is " + found
                            + ", and theirs is " + ABI);
        }
    }

    private static native int abi();

    /** Links the native methods of all other classes. */
    private static native void link();

    private static String locate() {
        String explicit = System.getProperty(PATH_PROPERTY);
        return explicit != null ? new File(explicit).getAbsolutePath() : unpack(Loader.getPlatform());
    }

    private static String unpack(String platform) {
        String resource = platform + "/" + LIBRARY;
        URL bundled = NativeModule.class.getResource(resource);
        if (bundled == null) {
            throw new UnsatisfiedLinkError("no native module for platform " + platform + ": looked for " + resource
                    + " beside " + NativeModule.class.getName() + " in " + origin() + "; the property "
                    + PATH_PROPERTY + " can name a file instead");
        }
        try {
            return Loader.cacheResource(bundled).getAbsolutePath();
        } catch (IOException e) {
            throw (Error) new UnsatisfiedLinkError("cannot unpack " + bundled + ": " + e.getMessage()).initCause(e);
        }
    }

    private static Object origin() {
        var source = NativeModule.class.getProtectionDomain().getCodeSource();
        return source == null ? "the class path" : source.getLocation();
    }
}
