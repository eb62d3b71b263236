package io.github.stagerecorder.gstreamer;

import io.github.stagerecorder.RecordingException;

/** Parses wrong descriptions, and prints what is said of each. */
final class TellRefusals {
    private TellRefusals() {}

    public static void main(String[] descriptions) {
        GStreamer.require();
        for (String description : descriptions) {
            try {
                Elements.dispose(Description.parse(description, true));
                System.out.println("parsed: " + description);
            } catch (RecordingException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }
}
