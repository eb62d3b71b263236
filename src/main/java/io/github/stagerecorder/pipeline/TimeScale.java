package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.settings.FrameRate;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;

/**
 * Chooses the number of units in a second with which MP4 and MOV store the times of their frames. GStreamer guesses it
 * from the rate, and takes 0 for rates below one frame in a hundred seconds.
 */
final class TimeScale {
    /** Fine enough for the times of real time. */
    private static final int LEAST = 30_000;

    /** A higher numerator is not exact in any case, and a file's length has to fit. */
    private static final int MOST = 1_000_000;

    private static final String PROPERTY = "trak-timescale";

    private TimeScale() {}

    /** Returns a time scale in which an interval is a whole number. */
    static int of(FrameRate rate) {
        int numerator = rate.numerator();
        return numerator > MOST ? MOST : Math.max(1, (LEAST + numerator - 1) / numerator) * numerator;
    }

    /** Sets the time scale for the video of each muxer that has one, unless the description has set it. */
    static void set(Bin bin, FrameRate rate) {
        for (Element muxer : bin.getElementsRecursive()) {
            if (isUnset(muxer)) {
                muxer.getSinkPads().stream()
                        .filter(pad -> pad.getName().startsWith("video_"))
                        .forEach(pad -> set(pad, of(rate)));
            }
        }
    }

    private static boolean isUnset(Element element) {
        try {
            return element.getFactory().getKlass().contains("Muxer") && number(element.get(PROPERTY)) == 0;
        } catch (IllegalArgumentException e) { // it has no such property; listing all to see that takes a millisecond
            return false;
        }
    }

    private static void set(Pad pad, int timeScale) {
        if (number(pad.get(PROPERTY)) == 0) {
            pad.set(PROPERTY, timeScale);
        }
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
