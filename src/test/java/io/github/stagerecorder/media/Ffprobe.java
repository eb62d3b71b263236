package io.github.stagerecorder.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code ffprobe} says of a file and its first video stream.
 *
 * @param container the names of the file's format, such as {@code matroska,webm}
 * @param colourMatrix such as {@code bt709}, or {@code unknown}
 * @param colourRange {@code tv}, {@code pc} or {@code unknown}
 * @param averageRate frames a second over the file, unknown in some containers
 * @param nominalRate the lowest rate that all times can be told in
 * @param timeBase the unit of the ticks, in seconds
 * @param durationSeconds the file's, or not a number when it doesn't say
 * @param packetTicks the time of each packet, in the order of presentation
 */
public record Ffprobe(
        String container,
        String codec,
        String pixelFormat,
        int widthPx,
        int heightPx,
        String colourMatrix,
        String colourRange,
        Rational averageRate,
        Rational nominalRate,
        Rational timeBase,
        double durationSeconds,
        List<Long> packetTicks) {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Asks of a file, without decoding it. */
    public static Ffprobe of(Path file) {
        return of(file, "error");
    }

    /** As {@link #of(Path)}, of a file that was not written to its end: ffprobe may complain of that. */
    static Ffprobe ofCutOff(Path file) {
        return of(file, "quiet");
    }

    private static Ffprobe of(Path file, String complaints) {
        Map<String, String> entries = entries(
                file,
                complaints,
                "packet=pts:format=format_name,duration:"
                        + "stream=codec_name,pix_fmt,width,height,color_space,color_range,avg_frame_rate,r_frame_rate,time_base");
        String stream = "streams.stream.0.";
        return new Ffprobe(
                entries.get("format.format_name"),
                entries.get(stream + "codec_name"),
                entries.get(stream + "pix_fmt"),
                Integer.parseInt(entries.get(stream + "width")),
                Integer.parseInt(entries.get(stream + "height")),
                entries.getOrDefault(stream + "color_space", "unknown"),
                entries.getOrDefault(stream + "color_range", "unknown"),
                Rational.parse(entries.get(stream + "avg_frame_rate")),
                Rational.parse(entries.get(stream + "r_frame_rate")),
                Rational.parse(entries.get(stream + "time_base")),
                seconds(entries.get("format.duration")),
                ticks(entries, "pts"));
    }

    /** The time of each picture that comes out of the decoder, in ticks of the time base. */
    public static List<Long> frameTicks(Path file) {
        return ticks(entries(file, "error", "frame=best_effort_timestamp"), "best_effort_timestamp");
    }

    /** The average rate, or the nominal one where the container tells no other. */
    public Rational frameRate() {
        return averageRate.isKnown() ? averageRate : nominalRate;
    }

    /** The time of each packet in nanoseconds, rounded down, in the order of presentation. */
    public List<Long> packetNs() {
        return packetTicks.stream().map(timeBase::ticksToNs).toList();
    }

    /** Lines such as {@code streams.stream.0.codec_name="theora"}. */
    private static Map<String, String> entries(Path file, String complaints, String wanted) {
        String output = ExternalProcess.outputOf(
                TIMEOUT,
                List.of(
                        "ffprobe",
                        "-v",
                        complaints,
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        wanted,
                        "-of",
                        "flat",
                        file.toString()));
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : output.lines().toList()) {
            int equals = line.indexOf('=');
            entries.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
        }
        return entries;
    }

    private static List<Long> ticks(Map<String, String> entries, String name) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + name))
                .map(entry -> Long.valueOf(entry.getValue()))
                .sorted()
                .toList();
    }

    private static double seconds(String text) {
        return text == null || text.equals("N/A") ? Double.NaN : Double.parseDouble(text);
    }
}
