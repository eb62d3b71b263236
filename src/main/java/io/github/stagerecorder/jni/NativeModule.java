package io.github.stagerecorder.jni;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * Finds the native module in the jar, unpacks it and loads it, once.
 *
 * <p>It is unpacked into the first place from which it really loads: the folder that the property
 * {@value #FOLDER_PROPERTY} names, the user's folder for caches, or the folder for temporary files. The name of its
 * folder is the hash of its content, so a jar that was built again never meets an older module. Nothing is loaded from
 * a folder that another user could change ({@link FolderGuard}).
 *
 * <p>The virtual machine loads one file for one class loader. A second class loader therefore gets a copy of the file,
 * and so does every one that follows when an application is reloaded. The copy is removed as soon as the system allows:
 * at once on Linux and macOS, at a later start on Windows. The mapping in memory, some 100 KB, stays for the life of
 * the process, because GStreamer may still call into it.
 *
 * <p>The property {@value #PATH_PROPERTY} names a file to load instead; then nothing else is tried, and nothing is
 * checked.
 */
public final class NativeModule {
    public static final String PATH_PROPERTY = "stagerecorder.native";
    public static final String FOLDER_PROPERTY = "stagerecorder.native.folder";

    /** The same number as in {@code native/jni/jni_load.c}, where it stands when to raise both. */
    private static final int ABI = 19;

    private static boolean loaded;
    private static String folderInsteadOfCache;

    private NativeModule() {}

    /**
     * Loads the module unless that has happened already. Any thread.
     *
     * @throws UnsatisfiedLinkError naming everything that was tried, where, why it failed and what moves it; or both
     *     numbers, when the module belongs to other classes than these
     * @throws LinkageError naming both classes, when these were renamed, for the module finds them by their names
     */
    public static synchronized void load() {
        if (!loaded) {
            String explicit = System.getProperty(PATH_PROPERTY, "");
            String file = explicit.isEmpty() ? loadBundled() : loadNamed(explicit);
            requireAbi(abi(), file);
            link();
            loaded = true;
        }
    }

    /** Returns the folder into which the module was unpacked instead of the user's cache; null if the cache did. */
    public static synchronized String folderInsteadOfCache() {
        return folderInsteadOfCache;
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

    private static String loadNamed(String explicit) {
        try {
            return load(new File(explicit).getAbsolutePath());
        } catch (UnsatisfiedLinkError e) {
            throw (Error) new UnsatisfiedLinkError(
                            "the file that the property " + PATH_PROPERTY + " names does not load: " + e.getMessage())
                    .initCause(e);
        }
    }

    private static String loadBundled() {
        String platform = Loader.getPlatform();
        BundledModule module = BundledModule.find(platform);
        List<String> failures = new ArrayList<>();
        for (Place place : Places.ofThisProcess().on(platform)) {
            try {
                String file = loadFrom(place, module);
                folderInsteadOfCache = place.kind() == Place.Kind.CACHE ? null : place.folder();
                return file;
            } catch (IOException | InvalidPathException | UnsupportedOperationException | UnsatisfiedLinkError e) {
                failures.add("from " + place + ": " + reason(e));
            }
        }
        throw new UnsatisfiedLinkError("it loads from none of the places into which it is unpacked; "
                + String.join("; ", failures) + "; the property " + FOLDER_PROPERTY + " can name another folder, and "
                + PATH_PROPERTY + " a file that is unpacked already");
    }

    private static String loadFrom(Place place, BundledModule module) throws IOException {
        UnpackedModule unpacked = new UnpackedModule(module, place.path());
        unpacked.removeAbandoned();
        if (place.keeps()) {
            String kept = unpacked.kept().toString();
            try {
                return load(kept);
            } catch (UnsatisfiedLinkError e) {
                // Another class loader may have it. Each virtual machine says that in its own words, so a copy tells.
            }
        }
        Path copy = unpacked.copy();
        try {
            return load(copy.toString());
        } finally {
            UnpackedModule.remove(copy);
        }
    }

    private static String load(String file) {
        try {
            System.load(file);
            return file;
        } catch (NoClassDefFoundError e) {
            throw new LinkageError(
                    "it looks for the class " + e.getMessage() + ", which is " + NativeModule.class.getName()
                            + " here: do not relocate StageRecorder when you pack the jar",
                    e);
        }
    }

    /** Those of files have nothing but the name as their message. */
    private static String reason(Throwable e) {
        return e instanceof UnsatisfiedLinkError || e.getClass() == IOException.class ? e.getMessage() : e.toString();
    }
}
