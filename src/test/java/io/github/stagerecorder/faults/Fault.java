package io.github.stagerecorder.faults;

import io.github.stagerecorder.BinInput;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.WhenBehind;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.event.FlushStartEvent;

/** A fault in front of an encoder, caused by a real element. */
public enum Fault {
    /** The element posts an error on the bus. */
    ERROR("error-after"),
    /** The stream ends although nobody asked for it. */
    END("eos-after"),
    /** No more buffers pass. Setting the pipeline to NULL ends the wait. */
    STALL(null) {
        @Override
        void strike(Element element) {
            element.set("ts-offset", TimeUnit.HOURS.toNanos(1));
            element.set("sync", true);
        }
    },
    /** The streaming thread sleeps. Setting the pipeline to NULL waits for it. */
    STUCK(null) {
        @Override
        void strike(Element element) {
            element.set("sleep-time", (int) TimeUnit.NANOSECONDS.toMicros(STUCK_NS));
        }
    },
    /** The element refuses a format that it accepted before. */
    REFUSE(null) {
        @Override
        String element(int frames) {
            return "capsfilter name=" + NAME;
        }

        @Override
        void strike(Element element) {
            element.set("caps", Caps.fromString("video/x-raw,width=1,height=1"));
        }
    },
    /** The element refuses every buffer, without an error. */
    FLUSH(null) {
        @Override
        void strike(Element element) {
            element.getStaticPad("sink").sendEvent(new FlushStartEvent());
        }
    };

    /** How long a streaming thread is stuck. */
    static final long STUCK_NS = TimeUnit.SECONDS.toNanos(6);

    private static final String NAME = "fault";

    private final String countingProperty;

    Fault(String countingProperty) {
        this.countingProperty = countingProperty;
    }

    /**
     * Returns the element to put in front of an encoder.
     *
     * @param frames the number of frames after which it fails, if it counts frames itself
     */
    String element(int frames) {
        return "identity name=" + NAME + (countingProperty == null ? "" : " " + countingProperty + "=" + frames);
    }

    /** Triggers the fault now, if the element does not count frames itself. */
    final void strike(StageRecorder recorder) {
        if (countingProperty == null) {
            strike(new BinInput(recorder).named(NAME));
        }
    }

    void strike(Element element) {
        throw new IllegalStateException(this + " counts for itself");
    }

    /** Returns true if the elements still hold frames when close() gives up. */
    boolean keepsMemory() {
        return this == STUCK;
    }

    /**
     * Returns the kind of failure that close() throws. Without an error, only waiting detects a fault, and DROP waits
     * only at the end.
     */
    FailureKind expected(WhenBehind whenBehind) {
        return switch (this) {
            case ERROR, END, REFUSE -> FailureKind.STREAM;
            case STALL, STUCK, FLUSH -> whenBehind == WhenBehind.WAIT ? FailureKind.STALLED : FailureKind.CLOSE_TIMEOUT;
        };
    }
}
