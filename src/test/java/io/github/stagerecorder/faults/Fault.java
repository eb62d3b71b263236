package io.github.stagerecorder.faults;

import io.github.stagerecorder.BinInput;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.WhenBehind;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.event.FlushStartEvent;

/** What may happen in front of an encoder, by an element that does it for real. */
public enum Fault {
    /** An error on the bus. */
    ERROR("error-after"),
    /** The stream ends, though nobody asked. */
    END("eos-after"),
    /** No buffer comes through any more; setting the pipeline to NULL ends the wait. */
    STALL(null) {
        @Override
        void strike(Element element) {
            element.set("ts-offset", TimeUnit.HOURS.toNanos(1));
            element.set("sync", true);
        }
    },
    /** The streaming thread sleeps, and setting the pipeline to NULL waits for it. */
    STUCK(null) {
        @Override
        void strike(Element element) {
            element.set("sleep-time", (int) TimeUnit.NANOSECONDS.toMicros(STUCK_NS));
        }
    },
    /** The format is refused that was taken before. */
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
    /** Every buffer is refused, without an error. */
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

    /** An element to be put in front of an encoder. @param frames after which it fails, where it counts for itself */
    String element(int frames) {
        return "identity name=" + NAME + (countingProperty == null ? "" : " " + countingProperty + "=" + frames);
    }

    /** Makes it happen, now, where the element does not count for itself. */
    final void strike(StageRecorder recorder) {
        if (countingProperty == null) {
            strike(new BinInput(recorder).named(NAME));
        }
    }

    void strike(Element element) {
        throw new IllegalStateException(this + " counts for itself");
    }

    /** Whether the elements still hold frames when close() gives up. */
    boolean keepsMemory() {
        return this == STUCK;
    }

    /** What close() throws. Without an error, only waiting tells, and DROP waits at the end alone. */
    FailureKind expected(WhenBehind whenFull) {
        return switch (this) {
            case ERROR, END, REFUSE -> FailureKind.STREAM;
            case STALL, STUCK, FLUSH -> whenFull == WhenBehind.WAIT ? FailureKind.STALLED : FailureKind.CLOSE_TIMEOUT;
        };
    }
}
