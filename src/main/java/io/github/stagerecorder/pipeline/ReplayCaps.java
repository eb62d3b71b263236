package io.github.stagerecorder.pipeline;

import com.sun.jna.Pointer;
import io.github.stagerecorder.jni.ReplayNative;
import java.util.regex.Pattern;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.glib.Natives;

/** What describes the packets of a save. */
final class ReplayCaps {
    /** The pre-skip in the header of Opus: the magic word, a version, the number of channels, and two bytes. */
    private static final Pattern PRE_SKIP = Pattern.compile("(?<before>4f70757348656164.{4}).{4}");

    private ReplayCaps() {}

    /** Returns the caps of a track; null if nothing of it is saved. */
    static Caps of(long save, int track) {
        long caps = ReplayNative.caps(save, track);
        return caps == 0 ? null : withoutPreSkip(Natives.objectFor(new Pointer(caps), Caps.class, true, true));
    }

    /** The ring does not have the packets from which a decoder would leave it out. */
    private static Caps withoutPreSkip(Caps caps) {
        boolean isOpus = caps.getStructure(0).getName().equals("audio/x-opus");
        return isOpus ? Caps.fromString(PRE_SKIP.matcher(caps.toString()).replaceAll("${before}0000")) : caps;
    }
}
