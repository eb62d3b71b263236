package io.github.stagerecorder.encode;

import io.github.stagerecorder.encode.VideoEncoder.Quantizers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lists the encoders for each file extension, best first.
 *
 * <p>All but .ogg, which has theoraenc's own 64 frames, have a keyframe each second, and none has a long lookahead, so
 * that a killed process loses little. MP4 and MOV are written in fragments of half a second and finalised at the end.
 * Sound in real time is late, so that the fragments are shorter with it, and a page of Ogg has one packet. Theora
 * supports only a constant rate and therefore needs {@code videorate}. Each x264 thread keeps a frame, so the memory
 * budget limits the number of threads. A negative {@code cpu-used} is a fixed speed, which does not vary with the
 * machine's load. With {@code aac-ms}, which GStreamer sets by default, FFmpeg's AAC puts a sound that comes from one
 * side into the middle. A packet of AAC is 1024 samples, which at a low rate is long, and missing after a kill; so low
 * rates are raised. Vorbis has no rate of bits that fits every rate of samples, and at 192 kHz it keeps more than a
 * second. At the end {@code voaacenc} keeps what it delays, and a packet that is not full. Opus of five,
 * seven or eight channels has them in another order.
 */
public final class Presets {
    private static final Quantizers NO_QUANTIZER = new Quantizers(0, 0, 0);
    private static final VideoEncoder X264 = new VideoEncoder(
            "x264enc",
            "x264enc pass=qual quantizer={quantizer} speed-preset=superfast bframes=0 vbv-buf-capacity=0"
                    + " key-int-max={keyframe} sync-lookahead=0 rc-lookahead=0 threads={frameThreads}",
            new Quantizers(28, 23, 18));
    private static final VideoEncoder OPENH264 = new VideoEncoder(
            "openh264enc",
            "openh264enc rate-control=bitrate bitrate={kbps}000 gop-size={keyframe} complexity=low qp-min=10"
                    + " qp-max={quantizer} ! h264parse",
            new Quantizers(30, 24, 18));
    private static final VideoEncoder MPEG4 = new VideoEncoder(
            "avenc_mpeg4",
            "avenc_mpeg4 pass=quant quantizer={quantizer} gop-size={keyframe} threads=auto",
            new Quantizers(6, 3, 2));
    private static final VideoEncoder VP8 = new VideoEncoder(
            "vp8enc",
            "vp8enc deadline=1 cpu-used=-6 threads={threads} end-usage=cq cq-level={quantizer}"
                    + " target-bitrate={kbps}000 max-quantizer=40 keyframe-max-dist={keyframe} lag-in-frames=0"
                    + " buffer-size=2000",
            new Quantizers(20, 10, 4));
    private static final VideoEncoder VP9 = new VideoEncoder(
            "vp9enc",
            "vp9enc deadline=1 cpu-used=8 threads={threads} row-mt=true tile-columns=2 end-usage=cq cq-level={quantizer}"
                    + " target-bitrate={kbps}000 keyframe-max-dist={keyframe} lag-in-frames=0",
            new Quantizers(32, 22, 12));
    private static final VideoEncoder THEORA = new VideoEncoder(
            "theoraenc",
            "videorate ! theoraenc quality={quantizer} speed-level=2 keyframe-freq={keyframe}"
                    + " keyframe-force={keyframe}",
            new Quantizers(32, 48, 58));

    /** The plain theoraenc, as this library used it in 2010; 48 is theoraenc's default quality. */
    private static final VideoEncoder CLASSIC =
            new VideoEncoder("theoraenc", "videorate ! theoraenc quality={quantizer}", new Quantizers(32, 48, 58));

    /** Its buffer of a fifth of a second is what a second may have more than the rate. */
    private static final VideoEncoder LIVE_X264 = new VideoEncoder(
            "x264enc",
            "x264enc tune=zerolatency pass=cbr bitrate={kbps} vbv-buf-capacity=200 speed-preset=superfast"
                    + " key-int-max={keyframe} threads={frameThreads}",
            NO_QUANTIZER);

    /** By its own range of quantizers, and with a keyframe at each change, noise takes seven times the rate. */
    private static final VideoEncoder LIVE_OPENH264 = new VideoEncoder(
            "openh264enc",
            "openh264enc rate-control=bitrate bitrate={kbps}000 max-bitrate={kbps}000 gop-size={keyframe}"
                    + " complexity=low qp-min=10 qp-max=51 scene-change-detection=false ! h264parse",
            NO_QUANTIZER);

    private static final Set<Integer> SURROUND = Set.of(1, 2, 3, 4, 5, 6);
    private static final String AAC_RATES = "capsfilter caps=audio/x-raw,rate=[32000,96000] ! ";

    private static final SoundEncoder AVENC_AAC =
            new SoundEncoder("avenc_aac", AAC_RATES + "avenc_aac bitrate={bps} aac-ms=0", SURROUND, 1024, 0);
    private static final SoundEncoder VO_AAC =
            new SoundEncoder("voaacenc", AAC_RATES + "voaacenc bitrate={bps}", Set.of(1, 2), 1600, 1600 + 1023);
    private static final SoundEncoder OPUS =
            new SoundEncoder("opusenc", "opusenc bitrate={bps}", Set.of(1, 2, 3, 4, 6), 0, 0);
    private static final SoundEncoder VORBIS = new SoundEncoder(
            "vorbisenc",
            "capsfilter caps=audio/x-raw,rate=[8000,48000] ! vorbisenc quality=0.5",
            Set.of(1, 2, 3, 4, 5, 6, 7, 8),
            0,
            0);

    private static final List<SoundEncoder> AAC = List.of(AVENC_AAC, VO_AAC);
    private static final List<SoundEncoder> FREE = List.of(OPUS, VORBIS);

    private static final Muxer OGG = new Muxer("oggmux", "", " max-page-delay=1");
    private static final Muxer WEBM = new Muxer("webmmux");
    private static final Muxer MATROSKA = new Muxer("matroskamux");
    private static final Muxer MP4 = fragmented("mp4mux");
    private static final Muxer MOV = fragmented("qtmux");

    private static final Map<String, List<Preset>> BY_EXTENSION = new TreeMap<>(Map.of(
            "ogg", into(OGG, List.of(VORBIS), CLASSIC),
            "ogv", into(OGG, List.of(VORBIS), THEORA),
            "webm", into(WEBM, FREE, VP8, VP9),
            "mkv", into(MATROSKA, FREE, X264, OPENH264, VP8),
            "mp4", into(MP4, AAC, X264, OPENH264, MPEG4),
            "mov", into(MOV, AAC, X264, OPENH264, MPEG4)));

    private static final Map<String, List<Preset>> STREAMED = Map.of(
            "mkv", streamedInto(MATROSKA),
            "mp4", streamedInto(MP4),
            "mov", streamedInto(MOV));

    /** Any muxer will do that takes both tracks, because nothing is written. */
    private static final List<Preset> STREAMED_ALONE = streamedInto(MATROSKA);

    private Presets() {}

    private static Muxer fragmented(String factory) {
        String fragments = " fragment-mode=first-moov-then-finalise fragment-duration=";
        return new Muxer(factory, fragments + 500, fragments + 100);
    }

    private static List<Preset> streamedInto(Muxer muxer) {
        return into(muxer, AAC, LIVE_X264, LIVE_OPENH264);
    }

    private static List<Preset> into(Muxer muxer, List<SoundEncoder> sounds, VideoEncoder... encoders) {
        return Stream.of(encoders)
                .map(video -> new Preset(video, sounds, muxer))
                .toList();
    }

    /** Returns all sound encoders that a preset may use. */
    public static List<SoundEncoder> soundEncoders() {
        return Stream.concat(AAC.stream(), FREE.stream()).toList();
    }

    /** Returns the extension in lower case, without its dot; empty if there is none. */
    public static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no preset has the extension of the file, or none that a stream takes too */
    public static List<Preset> of(EncoderRequest request) {
        if (request.options().stream() == null) {
            return forName(request.presetName());
        }
        List<Preset> presets =
                request.output() == null ? STREAMED_ALONE : STREAMED.get(extension(request.presetName()));
        if (presets == null) {
            throw new IllegalArgumentException(
                    "\"" + request.presetName()
                            + "\" cannot be streamed too, because a stream is of H.264 and AAC: record into .mp4, .mov or .mkv");
        }
        return presets;
    }

    /** @throws IllegalArgumentException if no preset has the name's extension */
    public static List<Preset> forName(String fileName) {
        List<Preset> presets = BY_EXTENSION.get(extension(fileName));
        if (presets == null) {
            throw new IllegalArgumentException("no preset for the file name \"" + fileName + "\": use one of ."
                    + String.join(" .", BY_EXTENSION.keySet()) + ", or give a pipeline(description)");
        }
        return presets;
    }
}
