package io.github.stagerecorder.events;

import io.github.stagerecorder.CaptureResult;

/**
 * Events for the JDK's Flight Recorder. This class does nothing; it stands in where the runtime has no module {@code
 * jdk.jfr}. One thread at a time captures, so one capture and one wait at most are under way.
 */
public class FlightEvents implements Hearer {
    /** A capture begins, or a frame in tiles. */
    public void captureBegins() {}

    /** The capture that has begun returns {@code result}, which is returned. */
    public CaptureResult captureEnds(CaptureResult result) {
        return result;
    }

    /** The capture begins to wait for a slot. */
    public void waitBegins() {}

    /** The capture has waited for a slot. */
    public void waitEnds() {}
}
