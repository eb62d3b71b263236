package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Elements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadDirection;

/** The unlinked pads of a description: where the recorded video and sound enter, and where the file comes out. */
final class UnlinkedPads {
    private final String description;
    private final List<Pad> inputs;
    private final List<Pad> outputs;

    UnlinkedPads(String description, Bin bin) {
        this.description = description;
        inputs = unlinked(bin, PadDirection.SINK);
        outputs = unlinked(bin, PadDirection.SRC);
    }

    private static List<Pad> unlinked(Bin bin, PadDirection direction) {
        return visiblePads(bin)
                .filter(pad -> pad.getDirection() == direction && !pad.isLinked())
                .toList();
    }

    /**
     * Returns the pads of the elements in the description, also in parentheses, but not of elements inside an element.
     */
    private static Stream<Pad> visiblePads(Bin bin) {
        return bin.getElements().stream()
                .flatMap(element -> element instanceof Bin inner && Elements.isOfFactory(inner, "bin")
                        ? visiblePads(inner)
                        : element.getPads().stream());
    }

    /** Returns the only output; empty if there is none. */
    Optional<Pad> output() {
        requireAtMost(1, outputs, "src");
        return outputs.stream().findFirst();
    }

    /** Returns the only input, for a recording without sound. */
    Pad onlyInput() {
        requireAtMost(1, inputs, "sink");
        return inputs.stream()
                .findFirst()
                .orElseThrow(() -> refused("has no unlinked sink pad: it must begin where the recorded video enters"));
    }

    /** Returns the input for video, if the other one is for sound. */
    Pad videoInput() {
        requireAtMost(2, inputs, "sink");
        if (inputs.size() < 2) {
            throw refused("needs two unlinked sink pads, one where the recorded video enters and one for the sound, and"
                    + " has " + (inputs.isEmpty() ? "none" : "only " + names(inputs)));
        }
        Pad first = inputs.get(0);
        Pad second = inputs.get(1);
        if (isForVideo(first, second)) {
            return first;
        }
        if (isForVideo(second, first)) {
            return second;
        }
        throw refused("has two unlinked sink pads, and not one for video and one for sound: " + names(inputs)
                + "; if both take anything, call their elements video and audio");
    }

    /** Returns the input for sound, beside the one for video. */
    Pad soundInput(Pad video) {
        return inputs.get(0) == video ? inputs.get(1) : inputs.get(0);
    }

    private static boolean isForVideo(Pad video, Pad sound) {
        boolean fits = takes(video, "video/x-raw") && takes(sound, "audio/x-raw");
        boolean couldBeTurned = takes(sound, "video/x-raw") && takes(video, "audio/x-raw");
        return fits && (!couldBeTurned || isCalled(video, "video") || isCalled(sound, "audio"));
    }

    private static boolean takes(Pad pad, String caps) {
        return !pad.queryCaps(null).intersect(Caps.fromString(caps)).isEmpty();
    }

    private static boolean isCalled(Pad pad, String name) {
        return pad.getParentElement().getName().equals(name);
    }

    private void requireAtMost(int most, List<Pad> pads, String direction) {
        if (pads.size() > most) {
            throw refused("has more than " + (most == 1 ? "one" : "two") + " unlinked " + direction + " pad"
                    + (most == 1 ? "" : "s") + ": " + names(pads));
        }
    }

    private static String names(List<Pad> pads) {
        return pads.stream()
                .map(pad -> pad.getParentElement().getName() + "." + pad.getName())
                .collect(Collectors.joining(", "));
    }

    private RecordingException refused(String why) {
        return new RecordingException(FailureKind.DESCRIPTION, "\"" + description + "\" " + why);
    }
}
