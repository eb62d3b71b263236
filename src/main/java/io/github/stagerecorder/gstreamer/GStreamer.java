package io.github.stagerecorder.gstreamer;

import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.jni.AppSrcNative;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.GstException;
import org.freedesktop.gstreamer.Version;

/** The GStreamer of this process. It is initialised once, shared with the application, and never shut down here. */
public final class GStreamer {
    /** 1.20 is the first version in which appsrc takes 0 as "no limit" for all three of its limits. */
    private static final Version OLDEST = Version.of(1, 20);

    private static boolean initialised;

    private GStreamer() {}

    /**
     * Initialises GStreamer if that has not been done. Any thread may call it.
     *
     * @throws RecordingException if it is not installed, too old, or lacks what every recording needs
     */
    public static synchronized void require() {
        if (initialised) {
            requireNotShutDown();
            return;
        }
        try {
            JnaVersion.require();
            JnaFolder.choose();
            GStreamerLibraries.load();
            addresses(AppSrcNative.FUNCTIONS);
            requireVersion(Gst.getVersion());
            hold(); // for the process
            requireNotShutDown();
            Elements.requireAlways();
            initialised = true;
        } catch (GstException e) {
            throw new RecordingException(
                    FailureKind.UNAVAILABLE, "GStreamer cannot be initialised: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new RecordingException(FailureKind.UNAVAILABLE, notLoaded(rootMessage(e)), e);
        }
    }

    /**
     * Initialises GStreamer if need be, and keeps it until {@link #letGo}. The binding counts who has initialised it;
     * without a count for each pipeline, a call of {@code Gst.deinit()} too many would hang while one runs, and pull it
     * from under the recording.
     */
    public static void hold() {
        Gst.init(OLDEST, "stagerecorder");
    }

    /** Ends a {@link #hold}. This shuts GStreamer down if the program has asked for that meanwhile. */
    public static void letGo() {
        Gst.deinit();
    }

    private static String notLoaded(String reason) {
        return "GStreamer cannot be loaded: " + reason + remedy();
    }

    private static String remedy() {
        return "; install GStreamer " + OLDEST.getMajor() + "." + OLDEST.getMinor() + " or newer ("
                + PackageManager.ofThisSystem().installAll()
                + "), or name its folder in the property " + GStreamerPlaces.PROPERTY;
    }

    /** Returns the version, such as 1.22.0. Call {@link #require} first. */
    public static String version() {
        return Gst.getVersion().toString();
    }

    /**
     * GStreamer cannot be initialised a second time. If the program has shut it down before, or initialises it again
     * afterwards, the binding takes it for initialised; then even the elements of its core are gone.
     */
    private static void requireNotShutDown() {
        if (!Gst.isInitialized() || !DebianPackages.isThere("pipeline")) {
            throw new RecordingException(
                    FailureKind.UNAVAILABLE,
                    "GStreamer was shut down by Gst.deinit(), and a process cannot initialise it again:"
                            + " call that only when the process ends");
        }
    }

    static void requireVersion(Version found) {
        if (found.getMajor() != OLDEST.getMajor() || found.getMinor() < OLDEST.getMinor()) {
            throw new RecordingException(
                    FailureKind.UNAVAILABLE,
                    "GStreamer " + found + " is too old: " + OLDEST.getMajor() + "." + OLDEST.getMinor()
                            + " or newer is needed; this one was found " + GStreamerLibraries.where() + remedy());
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Returns the addresses of functions, each given as {library, name}. */
    public static long[] addresses(String[][] functions) {
        long[] addresses = new long[functions.length];
        for (int i = 0; i < functions.length; i++) {
            var function = GStreamerLibraries.get(functions[i][0]).getFunction(functions[i][1]);
            addresses[i] = Pointer.nativeValue(function);
        }
        return addresses;
    }
}
