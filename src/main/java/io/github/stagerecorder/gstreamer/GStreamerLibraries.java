package io.github.stagerecorder.gstreamer;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.gstreamer.lowlevel.GNative;

/**
 * Finds GStreamer's libraries before JNA looks for them, and keeps them loaded. What the process has loaded already is
 * taken: it cannot have two GStreamers. Then come {@link GStreamerPlaces}, and JNA's own search is the last.
 *
 * <p>The Java binding asks JNA by names of its own, and must get the same files. It reads once, when its first class is
 * initialised, in which form to ask; so that is set here for that moment, unless the host has set it or was earlier.
 */
public final class GStreamerLibraries {
    private static final String CORE = "gstreamer-1.0";
    /** What else is called here, in the order of their dependencies. */
    private static final List<String> REST = List.of("gstbase-1.0", "gstvideo-1.0", "gstapp-1.0");

    private static final String JNA_SEARCH = "by JNA's own search";
    private static final String BINDING_FORMATS = "gstreamer.GNative.nameFormats";

    private static final LibraryNames SYSTEM = LibraryNames.ofThisSystem();
    private static final Map<String, NativeLibrary> LOADED = new HashMap<>();
    private static boolean isLoaded;
    private static String where = JNA_SEARCH;
    private static String folder; // null where the system or JNA searches

    private GStreamerLibraries() {}

    /**
     * Loads GStreamer's libraries, unless that has been done.
     *
     * @throws UnsatisfiedLinkError if they are not found; the message lists what was looked for where
     */
    static synchronized void load() {
        if (!isLoaded) {
            requireJna();
            List<String> failures = new ArrayList<>();
            isLoaded = loadFromAnyPlace(failures);
            if (!isLoaded) {
                throw new UnsatisfiedLinkError("looked for " + String.join("; ", failures));
            }
        }
    }

    /** A process cannot have two GStreamers, so where the core is, or nowhere, is the rest of it too. */
    private static boolean loadFromAnyPlace(List<String> failures) {
        for (LibraryPlace place : places()) {
            if (loadCore(place, failures)) {
                return loadRest(place, failures);
            }
        }
        return !GStreamerPlaces.ofThisProcess().areChosen() && loadBy(CORE, CORE, JNA_SEARCH, failures);
    }

    /** Where JNA itself does not load, that is what to tell. */
    private static void requireJna() {
        if (Native.POINTER_SIZE == 0) {
            throw new UnsatisfiedLinkError("JNA has no pointers");
        }
    }

    private static List<LibraryPlace> places() {
        return LoadedLibraries.folderOf(SYSTEM.files(CORE), SYSTEM)
                .map(folder -> List.of(new LibraryPlace(folder, "it is loaded already"), GStreamerPlaces.SYSTEM_SEARCH))
                .orElseGet(() -> GStreamerPlaces.ofThisProcess().inOrder());
    }

    private static boolean loadCore(LibraryPlace place, List<String> failures) {
        Optional<String> core = existing(place.folder(), CORE);
        if (core.isEmpty()) {
            String why = new File(place.folder()).isDirectory() ? "there is none" : "there is no such folder";
            failures.add(SYSTEM.files(CORE).get(0) + " " + place.where() + ": " + why);
            return false;
        }
        return loadBy(CORE, core.get(), place.where(), failures);
    }

    /** A library that is not in GStreamer's folder is where the system finds it. */
    private static boolean loadRest(LibraryPlace place, List<String> failures) {
        if (SYSTEM == LibraryNames.WINDOWS && place.folder() != null) {
            WindowsPath.add(new File(place.folder()).getAbsolutePath());
        }
        folder = place.folder();
        for (String library : REST) {
            if (!loadBy(library, name(library), place.where(), failures)) {
                return false;
            }
        }
        tellBinding(SYSTEM.forBinding(place.folder()));
        where = place.where();
        return true;
    }

    private static boolean loadBy(String library, String name, String where, List<String> failures) {
        try {
            LOADED.put(library, NativeLibrary.getInstance(name));
            return true;
        } catch (UnsatisfiedLinkError e) {
            String why = ElfProcessor.isAnother(name) ? ", because it is for another processor" : "";
            failures.add(new File(name).getName() + " " + where + ": " + reason(e) + why);
            return false;
        }
    }

    /** JNA's own message has several lines, and so have Windows' own: the system's are among what it suppressed. */
    private static String reason(UnsatisfiedLinkError e) {
        Throwable[] causes = e.getSuppressed();
        return (causes.length == 0 ? e : causes[0]).getMessage().strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /** Returns the path of a library in the folder; where the system searches, its name. */
    private static Optional<String> existing(String folder, String library) {
        List<String> files = SYSTEM.files(library);
        return folder == null
                ? Optional.of(files.get(0))
                : files.stream()
                        .map(file -> new File(folder, file))
                        .filter(File::exists)
                        .map(File::getAbsolutePath)
                        .findFirst();
    }

    private static String name(String library) {
        return existing(folder, library).orElse(SYSTEM.files(library).get(0));
    }

    /** Returns where GStreamer was found, such as "by the system's own search". Call {@link #load} first. */
    static synchronized String where() {
        return where;
    }

    private static void tellBinding(String formats) {
        if (System.getProperty(BINDING_FORMATS) != null) {
            return;
        }
        System.setProperty(BINDING_FORMATS, formats);
        try {
            GNative.getNativeLibrary(CORE);
        } finally {
            System.clearProperty(BINDING_FORMATS);
        }
    }

    /** Returns a library of GStreamer's, or one that it needs. Call {@link #load} first. */
    public static synchronized NativeLibrary get(String library) {
        return LOADED.computeIfAbsent(
                library, absent -> NativeLibrary.getInstance(where.equals(JNA_SEARCH) ? absent : name(absent)));
    }
}
