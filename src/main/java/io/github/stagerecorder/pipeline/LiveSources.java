package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.gstreamer.GStreamerLibraries;
import java.util.List;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Clock;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.PadProbeReturn;
import org.freedesktop.gstreamer.PadProbeType;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.elements.BaseSrc;
import org.freedesktop.gstreamer.event.EOSEvent;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * The live sources within a description, such as the system's sound. Their time begins with the pipeline, and the
 * file's with the first frame: what they give before it is dropped, and what follows is moved. Their stream ends with
 * the recording, because a muxer waits for all its inputs.
 */
final class LiveSources {
    private final List<Element> sources;
    private final List<Pad> outputs; // kept, because the binding may drop objects without a reference
    private volatile boolean begun;

    LiveSources(Bin bin) {
        sources =
                bin.getElementsRecursive().stream().filter(LiveSources::isLive).toList();
        outputs = sources.stream().map(source -> source.getStaticPad("src")).toList();
        for (Pad output : outputs) {
            output.addProbe(PadProbeType.BUFFER, (pad, info) -> begun ? PadProbeReturn.REMOVE : PadProbeReturn.DROP);
        }
    }

    private static boolean isLive(Element element) {
        return element instanceof BaseSrc
                && GStreamerLibraries.get("gstbase-1.0")
                                .getFunction("gst_base_src_is_live")
                                .invokeInt(new Object[] {Natives.getRawPointer(element)})
                        != 0;
    }

    /** Begins their streams in a pipeline that runs. @param ageNs how long ago the file began */
    void begin(Pipeline pipeline, long ageNs) {
        if (!sources.isEmpty()) {
            long beginNs = Math.max(0, runningNs(pipeline) - ageNs);
            outputs.forEach(output -> PadOffset.set(output, -beginNs));
        }
        begun = true;
    }

    private static long runningNs(Pipeline pipeline) {
        Clock clock = pipeline.getClock();
        return clock == null ? 0 : clock.getTime() - pipeline.getBaseTime();
    }

    void end() {
        sources.forEach(source -> source.sendEvent(new EOSEvent()));
    }
}
