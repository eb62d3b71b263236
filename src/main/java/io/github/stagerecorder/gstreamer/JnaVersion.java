package io.github.stagerecorder.gstreamer;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.CodeSource;

/** Checks the version of the JNA classes in this process. Another library may have brought an old one. */
final class JnaVersion {
    private JnaVersion() {}

    /**
     * Requires version 5.0. With an older one GStreamer starts, and then a callback throws AbstractMethodError.
     *
     * @throws RecordingException if it is older; the message names the jar
     */
    static void require() {
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
