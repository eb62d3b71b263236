package io.github.stagerecorder.gstreamer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Knows where GStreamer may be on each system, in the order in which the places are tried. Those of Linux were tried;
 * those of Windows and macOS are what their installers document.
 */
final class GStreamerPlaces {
    static final String PROPERTY = "stagerecorder.gstreamer";

    static final LibraryPlace SYSTEM_SEARCH = new LibraryPlace(null, "by the system's own search");

    private static final String JNA_PATH = "jna.library.path";
    private static final String ROOT = "GSTREAMER_1_0_ROOT";

    private final LibraryNames system;
    private final UnaryOperator<String> properties;
    private final UnaryOperator<String> variables;

    GStreamerPlaces(LibraryNames system, UnaryOperator<String> properties, UnaryOperator<String> variables) {
        this.system = system;
        this.properties = properties;
        this.variables = variables;
    }

    static GStreamerPlaces ofThisProcess() {
        return new GStreamerPlaces(LibraryNames.ofThisSystem(), System::getProperty, System::getenv);
    }

    /** Returns whether the property {@value #PROPERTY} names a folder; an empty one names none. */
    boolean areChosen() {
        String chosen = properties.apply(PROPERTY);
        return chosen != null && !chosen.isEmpty();
    }

    /** Returns all places; those of the property {@value #PROPERTY} alone, if it is set. */
    List<LibraryPlace> inOrder() {
        if (areChosen()) {
            String chosen = properties.apply(PROPERTY);
            return Stream.concat(Stream.of(chosen), below(chosen))
                    .map(folder -> new LibraryPlace(folder, "the property " + PROPERTY))
                    .toList();
        }
        List<LibraryPlace> places = new ArrayList<>();
        addJnaPath(places);
        rootVariables().forEach(name -> addVariable(places, name));
        if (system == LibraryNames.LINUX) {
            places.add(SYSTEM_SEARCH); // it obeys LD_LIBRARY_PATH, and knows the distribution's folders
        }
        installed()
                .map(folder -> new LibraryPlace(folder, "where it is often installed"))
                .forEach(places::add);
        if (system != LibraryNames.LINUX) {
            places.add(SYSTEM_SEARCH);
        }
        return places;
    }

    /** What the host has chosen for all libraries goes before what is only usual. */
    private void addJnaPath(List<LibraryPlace> places) {
        String path = properties.apply(JNA_PATH);
        if (path != null) {
            Stream.of(path.split(system == LibraryNames.WINDOWS ? ";" : ":"))
                    .filter(folder -> !folder.isEmpty())
                    .forEach(folder -> places.add(new LibraryPlace(folder, "the property " + JNA_PATH)));
        }
    }

    private void addVariable(List<LibraryPlace> places, String name) {
        String root = variables.apply(name);
        if (root != null && !root.isEmpty()) {
            below(root).forEach(folder -> places.add(new LibraryPlace(folder, "the environment variable " + name)));
        }
    }

    private Stream<String> rootVariables() {
        return system == LibraryNames.WINDOWS
                ? Stream.of(ROOT + "_MSVC_X86_64", ROOT + "_MINGW_X86_64", ROOT + "_X86_64", ROOT)
                : Stream.of(ROOT);
    }

    /** Returns the folders of a whole GStreamer that hold its libraries. */
    private Stream<String> below(String root) {
        return switch (system) {
            case LINUX -> Stream.of(root + "/lib", root + "/lib64", root + "/lib/" + triplet());
            case MACOS -> Stream.of(root + "/lib", root + "/Libraries");
            case WINDOWS -> Stream.of(root.replaceFirst("[/\\\\]$", "") + "\\bin");
        };
    }

    private Stream<String> installed() {
        String home = properties.apply("user.home");
        return switch (system) {
            case LINUX ->
                Stream.of(
                        "/usr/local/lib/" + triplet(),
                        "/usr/local/lib64",
                        "/usr/local/lib",
                        "/home/linuxbrew/.linuxbrew/lib",
                        home + "/.nix-profile/lib",
                        "/run/current-system/sw/lib");
            case MACOS ->
                Stream.of(
                        "/Library/Frameworks/GStreamer.framework/Libraries",
                        home + "/Library/Frameworks/GStreamer.framework/Libraries",
                        "/opt/homebrew/lib",
                        "/usr/local/lib",
                        "/opt/local/lib");
            case WINDOWS ->
                Stream.of(
                                Stream.of("C:\\gstreamer"),
                                inVariable("ProgramFiles", "\\gstreamer"),
                                inVariable("LOCALAPPDATA", "\\Programs\\gstreamer"))
                        .flatMap(roots -> roots)
                        .flatMap(
                                root -> Stream.of(root + "\\1.0\\msvc_x86_64\\bin", root + "\\1.0\\mingw_x86_64\\bin"));
        };
    }

    private Stream<String> inVariable(String name, String below) {
        return Stream.ofNullable(variables.apply(name)).map(folder -> folder + below);
    }

    private String triplet() {
        return ("aarch64".equals(properties.apply("os.arch")) ? "aarch64" : "x86_64") + "-linux-gnu";
    }
}
