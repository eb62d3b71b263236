package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.report.StreamCounts;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Counts what was sent: what was handed to a connection and has left it. What a sink took and never sent, because it had
 * no connection yet, is lost. Any thread may use it.
 */
final class StreamTally {
    /** A packet on its way. @param endBytes how much had been handed over with it */
    private record Packet(long endBytes, long sizeBytes, long frames) {}

    /** More than a connection holds when it begins to drop. */
    private static final int MOST_RECENT = 1000;

    private final Queue<Packet> underWay = new ArrayDeque<>();
    private final Queue<Packet> recent = new ArrayDeque<>(); // that have left over this connection
    private boolean connected;
    private long connections;
    private long bytesSent;
    private long framesSent;
    private long framesLost; // on their way
    private long handedBytes; // over this connection
    private long droppedBytes;
    private int packetsLeft;
    private long unsureBytes; // left before it was clear that there is a connection
    private long unsureFrames;

    synchronized void handed(long sizeBytes, long frames) {
        handedBytes += sizeBytes;
        underWay.add(new Packet(handedBytes, sizeBytes, frames));
    }

    /**
     * Notes how much has not left yet.
     *
     * @return how many packets have left over this connection
     */
    synchronized int waiting(long waitingBytes) {
        while (!underWay.isEmpty() && underWay.element().endBytes <= handedBytes - waitingBytes) {
            Packet left = underWay.remove();
            unsureBytes += left.sizeBytes;
            unsureFrames += left.frames;
            remember(left);
            packetsLeft++;
        }
        if (connected) {
            settle();
        }
        return packetsLeft;
    }

    /**
     * Notes how much was dropped over this connection: packets that are on their way, or else some that have counted as
     * sent. A part of one is all of it.
     */
    synchronized void dropped(long totalBytes) {
        if (!connected) { // nothing counts as sent yet
            return;
        }
        while (droppedBytes < totalBytes && !(underWay.isEmpty() && recent.isEmpty())) {
            Packet packet = underWay.isEmpty() ? takeBack() : underWay.remove();
            droppedBytes += packet.sizeBytes;
            framesLost += packet.frames;
        }
        droppedBytes = Math.max(droppedBytes, totalBytes);
    }

    private Packet takeBack() {
        Packet packet = recent.remove();
        bytesSent -= packet.sizeBytes;
        framesSent -= packet.frames;
        return packet;
    }

    private void remember(Packet packet) {
        recent.add(packet);
        if (recent.size() > MOST_RECENT) {
            recent.remove();
        }
    }

    /** Returns how often that has happened before. */
    synchronized long connected() {
        connected = true;
        settle();
        return connections++;
    }

    private void settle() {
        bytesSent += unsureBytes;
        framesSent += unsureFrames;
        unsureBytes = 0;
        unsureFrames = 0;
    }

    synchronized void disconnected() {
        connected = false;
        framesLost += unsureFrames + underWay.stream().mapToLong(Packet::frames).sum();
        unsureBytes = 0;
        unsureFrames = 0;
        underWay.clear();
        recent.clear();
        handedBytes = 0;
        droppedBytes = 0;
        packetsLeft = 0;
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
