package io.github.stagerecorder.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The description of a file and its first video stream by {@code ffprobe}.
 *
 * @param container the names of the file's format, such as {@code matroska,webm}
 * @param colourMatrix the colour matrix, such as {@code bt709}, or {@code unknown}
 * @param colourRange {@code tv}, {@code pc} or {@code unknown}
 * @param averageRate the average frames per second of the file, unknown in some containers
 * @param nominalRate the lowest rate that can represent all times
 * @param timeBase the length of a tick in seconds
 * @param durationSeconds the duration of the file, or NaN if the file does not tell it
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

    /** Describes a file without decoding it. */
    public static Ffprobe of(Path file) {
        return of(file, "error");
    }

    /**
     * Does the same as {@link #of(Path)} for a file that was not written to its end. ffprobe may complain about the
     * end.
     */
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

    /** Returns the time of each picture that the decoder outputs, in ticks of the time base. */
    public static List<Long> frameTicks(Path file) {
        return ticks(entries(file, "error", "frame=best_effort_timestamp"), "best_effort_timestamp");
    }

    /** Returns how many packets a kind of stream has: v is the picture, and a the sound. */
    public static long packets(Path file, String kind) {
        List<String> command = List.of(
                "ffprobe",
                "-v",
                "error",
                "-select_streams",
                kind,
                "-count_packets",
                "-show_entries",
                "stream=nb_read_packets",
                "-of",
                "csv=p=0",
                file.toString());
        return Long.parseLong(ExternalProcess.outputOf(TIMEOUT, command).trim());
    }

    /** Returns a hash of the encoded bytes of the picture. */
    public static String streamHash(Path file) {
        return ExternalProcess.outputOf(
                TIMEOUT,
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v:0",
                        "-c",
                        "copy",
                        "-f",
                        "streamhash",
                        "-"));
    }

    /** Returns the average rate, or the nominal rate if the container has no average rate. */
    public Rational frameRate() {
        return averageRate.isKnown() ? averageRate : nominalRate;
    }

    /** Returns the time of each packet in nanoseconds, rounded down, in the order of presentation. */
    public List<Long> packetNs() {
        return packetTicks.stream().map(timeBase::ticksToNs).toList();
    }

    /** Parses lines such as {@code streams.stream.0.codec_name="theora"}. */
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
                .filter(entry -> !entry.getValue().equals("N/A")) // of a packet that is cut off
                .map(entry -> Long.valueOf(entry.getValue()))
                .sorted()
                .toList();
    }

    private static double seconds(String text) {
        return text == null || text.equals("N/A") ? Double.NaN : Double.parseDouble(text);
    }
}
