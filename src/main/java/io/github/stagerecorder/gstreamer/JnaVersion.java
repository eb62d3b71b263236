package io.github.stagerecorder.gstreamer;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.CodeSource;

/** Checks the JNA classes of this process. Another library may have brought old ones, and packing may rename them. */
final class JnaVersion {
    /** Not one constant: a tool that renames packages changes it in constants too. */
    private static final String PACKAGE = String.join(".", "com", "sun", "jna");

    private JnaVersion() {}

    /**
     * Requires version 5.0, under its own name. With an older one GStreamer starts, and then a callback throws
     * AbstractMethodError. JNA's native library finds its classes by their names.
     *
     * @throws RecordingException if it is older or renamed; the message names the jar
     */
    static void require() {
        if (!Native.class.getPackageName().equals(PACKAGE)) {
            throw new RecordingException(
                    FailureKind.UNAVAILABLE,
                    "JNA in " + origin() + " has the package " + Native.class.getPackageName()
                            + ", and it works only as " + PACKAGE + ": do not relocate it when you pack the jar");
        }
        if (!hasMethodOfVersion5()) {
            throw new RecordingException(
                    FailureKind.UNAVAILABLE,
                    "JNA " + version() + "in " + origin() + " is too old: put net.java.dev.jna:jna 5.0 or newer in its"
                            + " place");
        }
    }

    /**
     * Returns whether JNA has a method of version 5.0. JNA has no version number that another package can read at run
     * time. To list its methods would need the module {@code java.desktop}.
     */
    private static boolean hasMethodOfVersion5() {
        try {
            MethodHandles.publicLookup()
                    .findStatic(Native.class, "load", MethodType.methodType(Library.class, String.class, Class.class));
            return true;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return false;
        }
    }

    /** Returns the version in the manifest, followed by a space, or nothing. */
    private static String version() {
        String version = Native.class.getPackage().getImplementationVersion();
        return version == null ? "" : version.split(" ")[0] + " ";
    }

    private static Object origin() {
        CodeSource source = Native.class.getProtectionDomain().getCodeSource();
        return source == null ? "the class path" : source.getLocation();
    }
}
