package io.github.stagerecorder.gstreamer;

import static org.freedesktop.gstreamer.lowlevel.GstParseAPI.GSTPARSE_API;

import com.sun.jna.Pointer;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freedesktop.gstreamer.Bin;

/** Parses a gst-launch fragment and reports clearly what is wrong with it. */
public final class Description {
    private static final Pattern BARE_CAPS =
            Pattern.compile("(video|audio|image|application|text)/[\\w.+-]+.*", Pattern.DOTALL);
    private static final Pattern NO_ELEMENT = Pattern.compile("no element \"([^\"]+)\"");

    private static final Pattern COUNTED_NAME = Pattern.compile("\\b([a-z]\\w*?)\\d+\\b");

    private Description() {}

    /**
     * @param ghostPads whether the bin gets a ghost pad for the first unlinked pad of each direction
     * @throws RecordingException if the description is wrong or an element is not installed
     */
    public static Bin parse(String description, boolean ghostPads) {
        refuseBareCaps(description);
        refuseEarlyClosing(description);
        Pointer[] error = {null};
        Bin bin = GSTPARSE_API.gst_parse_bin_from_description(description, ghostPads, error);
        if (error[0] == null) {
            return bin;
        }
        String message = ReceivedError.take(error[0]).message();
        if (bin != null) {
            Elements.dispose(bin); // what could be built
        }
        throw explain(description, message);
    }

    private static void refuseBareCaps(String description) {
        String trimmed = description.strip();
        String last = trimmed.substring(trimmed.lastIndexOf('!') + 1).strip();
        if (BARE_CAPS.matcher(trimmed).matches()) {
            String first = trimmed.split("!", 2)[0].strip();
            throw bareCaps(description, "begins", first);
        }
        if (BARE_CAPS.matcher(last).matches()) {
            throw bareCaps(description, "ends", last);
        }
    }

    private static void refuseEarlyClosing(String description) {
        if (Parentheses.closesTooMuch(description)) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "cannot parse \"" + description + "\": it closes a parenthesis that it does not open");
        }
    }

    private static RecordingException bareCaps(String description, String where, String caps) {
        return new RecordingException(
                FailureKind.DESCRIPTION,
                "the description \"" + description + "\" " + where
                        + " with bare caps, which cannot be linked: write capsfilter caps=\"" + caps + "\" instead");
    }

    private static RecordingException explain(String description, String error) {
        Matcher missing = NO_ELEMENT.matcher(String.valueOf(error));
        if (missing.find()) {
            String element = missing.group(1);
            return new RecordingException(
                    FailureKind.MISSING_ELEMENT,
                    "the GStreamer element " + element + " of \"" + description + "\" is not installed"
                            + DebianPackages.hint(element));
        }
        return new RecordingException(
                FailureKind.DESCRIPTION, "cannot parse \"" + description + "\": " + asWritten(error, description));
    }

    /** Names elements as the description does, without the numbers that GStreamer has added. */
    private static String asWritten(String error, String description) {
        return COUNTED_NAME
                .matcher(String.valueOf(error))
                .replaceAll(found -> description.matches("(?s).*\\b" + found.group(1) + "\\b.*")
                                && !description.contains(found.group())
                        ? found.group(1)
                        : found.group());
    }
}
