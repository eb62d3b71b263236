package io.github.stagerecorder.jni;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Knows where the native module may be unpacked on each system, in the order in which the places are tried. */
final class Places {
    private static final String NAME = "stagerecorder";

    private final UnaryOperator<String> properties;
    private final UnaryOperator<String> variables;

    Places(UnaryOperator<String> properties, UnaryOperator<String> variables) {
        this.properties = properties;
        this.variables = variables;
    }

    static Places ofThisProcess() {
        return new Places(System::getProperty, System::getenv);
    }

    /** @param platform as javacpp names it, such as {@code windows-x86_64} */
    List<Place> on(String platform) {
        List<Place> places = new ArrayList<>();
        String chosen = properties.apply(NativeModule.FOLDER_PROPERTY);
        if (chosen != null && !chosen.isEmpty()) {
            places.add(new Place(chosen, Place.Kind.CHOSEN, property(NativeModule.FOLDER_PROPERTY)));
        }
        places.add(cache(platform));
        String temporary = properties.apply("java.io.tmpdir");
        if (temporary != null) { // an application may have cleared it
            places.add(new Place(temporary, Place.Kind.TEMPORARY, property("java.io.tmpdir")));
        }
        return places;
    }

    private Place cache(String platform) {
        if (platform.startsWith("windows")) {
            String local = variables.apply("LOCALAPPDATA");
            return local != null
                    ? new Place(local + "\\" + NAME, Place.Kind.CACHE, variable("LOCALAPPDATA"))
                    : inHome("\\AppData\\Local\\" + NAME);
        }
        if (platform.startsWith("macosx")) {
            return inHome("/Library/Caches/" + NAME);
        }
        String xdg = variables.apply("XDG_CACHE_HOME");
        boolean isValid = xdg != null && xdg.startsWith("/"); // the specification ignores relative ones
        return isValid
                ? new Place(xdg + "/" + NAME, Place.Kind.CACHE, variable("XDG_CACHE_HOME"))
                : inHome("/.cache/" + NAME);
    }

    private Place inHome(String below) {
        return new Place(properties.apply("user.home") + below, Place.Kind.CACHE, property("user.home"));
    }

    private static String property(String name) {
        return "the property " + name;
    }

    private static String variable(String name) {
        return "the environment variable " + name;
    }
}
