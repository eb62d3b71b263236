package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.gstreamer.Elements;
import io.github.stagerecorder.settings.StreamAddress;
import io.github.stagerecorder.settings.StreamProtocol;
import java.util.List;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.Structure;

/**
 * The elements that take an encoded stream to a network, by the protocol:
 *
 * <pre>
 *   RTMP   flvmux ! rtmp2sink
 *   SRT    mpegtsmux ! srtsink
 *   RTSP   rtspclientsink, which has an input for each track
 * </pre>
 */
final class StreamRoute {
    /** How many bytes rtmp2sink has sent, among its statistics. */
    static final String SENT = "out-bytes-total";

    private static final long SOUND_BURST_NS = 500_000_000L;

    private static final List<String> RTSP_PARTS = List.of("rtph264pay", "rtpbin");

    private static Element keptSrt; // null before the first stream by SRT

    private final StreamAddress address;
    private final Element muxer; // null where the sink takes the tracks
    private final Element sink;

    /** @throws io.github.stagerecorder.RecordingException if an element is not installed */
    StreamRoute(StreamAddress address) {
        this.address = address;
        muxer = switch (address.protocol()) {
            case RTMP -> flvMuxer();
            case SRT -> tsMuxer();
            case RTSP -> null;
        };
        sink = switch (address.protocol()) {
            case RTMP -> sink("rtmp2sink", "location");
            case SRT -> srtSink();
            case RTSP -> rtspSink();
        };
    }

    private static Element flvMuxer() {
        Element muxer = Elements.make("flvmux");
        muxer.set("streamable", true);
        return muxer;
    }

    /** SRT takes seven packets of MPEG-TS at a time. */
    private static Element tsMuxer() {
        Element muxer = Elements.make("mpegtsmux");
        muxer.set("alignment", 7);
        return muxer;
    }

    /** Packets go as soon as they are there. */
    private Element sink(String factory, String property) {
        Element made = Elements.make(factory);
        made.set("sync", false);
        made.set(property, address.location());
        return made;
    }

    /** It would reconnect in the middle of a group of pictures, and keep quiet about it. */
    private Element srtSink() {
        keepSrt();
        Element made = sink("srtsink", "uri");
        set(made, "auto-reconnect", "false"); // there is none before GStreamer 1.22
        return made;
    }

    /** It makes these itself, and hangs as soon as it is linked if there is no payloader. */
    private Element rtspSink() {
        Element made = Elements.make("rtspclientsink");
        RTSP_PARTS.forEach(Elements::requireInstalled);
        made.setAsString("protocols", "tcp");
        made.set("location", address.location());
        return made;
    }

    /** libsrt ends with the last of its elements, which on Windows may take for ever: github.com/Haivision/srt/issues/3350. */
    private static synchronized void keepSrt() {
        if (keptSrt == null) {
            keptSrt = Elements.make("srtsink");
        }
    }

    private static void set(Element element, String property, String value) {
        try {
            element.get(property);
        } catch (IllegalArgumentException e) {
            return;
        }
        element.setAsString(property, value);
    }

    /** Returns the elements in the order in which they are linked, the sink last. */
    List<Element> elements() {
        return muxer == null ? List.of(sink) : List.of(muxer, sink);
    }

    /** Returns the element that takes the tracks. */
    Element first() {
        return muxer == null ? sink : muxer;
    }

    Element sink() {
        return sink;
    }

    /**
     * Returns how much later than they come packets leave that go by a clock, as RTSP's do: a receiver takes their
     * distance for that of their times, and sound comes in bursts.
     */
    long latencyNs(boolean hasSound) {
        return protocol() == StreamProtocol.RTSP && hasSound ? SOUND_BURST_NS : 0;
    }

    /** Returns a new input for the picture. */
    Pad videoPad() {
        return pad("video");
    }

    /** Returns a new input for the sound. RTSP's servers know this payload best, and the sink would take another one. */
    Pad soundPad() {
        Pad pad = pad("audio");
        if (muxer == null) {
            pad.set("payloader", Elements.make("rtpmp4gpay"));
        }
        return pad;
    }

    private Pad pad(String ofFlv) {
        return first().getRequestPad(
                        switch (protocol()) {
                            case RTMP -> ofFlv;
                            case SRT -> "sink_%d";
                            case RTSP -> "sink_%u";
                        });
    }

    StreamProtocol protocol() {
        return address.protocol();
    }

    /** Returns whether the bytes that have left are known. */
    boolean isCounted() {
        return protocol() == StreamProtocol.RTMP;
    }

    /** Returns whether the sink has a statistic of this name now. */
    boolean hasFigure(String name) {
        return ((Structure) sink.get("stats")).hasField(name);
    }

    /** Returns one of the sink's statistics; -1 if there is none of that name. */
    double figure(String name) {
        Structure all = (Structure) sink.get("stats");
        return all.hasField(name) ? ((Number) all.getValue(name)).doubleValue() : -1;
    }
}
