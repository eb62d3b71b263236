package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.report.StreamCounts;

/** Counts what was sent. A frame counts when nothing waits on its way any more. Any thread may use it. */
final class StreamTally {
    private boolean connected;
    private long connections;
    private long bytesSent;
    private long framesSent;
    private long framesLost; // on their way
    private long bytesUnderWay;
    private long framesUnderWay;

    synchronized void pushed(long sizeBytes, long frames) {
        bytesUnderWay += sizeBytes;
        framesUnderWay += frames;
    }

    /** Nothing is under way any more. */
    synchronized void arrived() {
        bytesSent += bytesUnderWay;
        framesSent += framesUnderWay;
        bytesUnderWay = 0;
        framesUnderWay = 0;
    }

    /** Returns how often that has happened before. */
    synchronized long connected() {
        connected = true;
        return connections++;
    }

    synchronized void disconnected() {
        connected = false;
        framesLost += framesUnderWay;
        bytesUnderWay = 0;
        framesUnderWay = 0;
    }

    synchronized boolean isConnected() {
        return connected;
    }

    synchronized long framesLost() {
        return framesLost;
    }

    synchronized StreamCounts counts(long lost) {
        return new StreamCounts(connected, bytesSent, framesSent, lost, Math.max(0, connections - 1));
    }
}
