package io.github.stagerecorder.pipeline;

import java.util.concurrent.TimeUnit;

/**
 * Tells when what was sent has arrived, at the end of a stream. A sink says that it has ended when it has taken all, and
 * loses what it still holds if it is stopped at once.
 *
 * <pre>
 *   RTMP   the server has answered the commands that end a stream; if it never does, nothing has left for a second
 *   SRT    all is acknowledged, and the time is over that packets wait at the other end, where the rest is dropped
 *          when the connection ends
 *   RTSP   the time is over that packets usually wait at the other end
 * </pre>
 */
final class StreamArrival {
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long RTSP_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long MARGIN_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double UNKNOWN_LATENCY_MS = 125; // SRT's own

    /** More than acknowledgements and a ping. */
    private static final int ANSWER_BYTES = 64;

    private final StreamRoute route;
    private final double receivedBytes; // before the end
    private double sentBytes;
    private long sinceNs; // nothing has left; 0 before the sink has ended

    /** The end of the stream follows. */
    StreamArrival(StreamRoute route) {
        this.route = route;
        receivedBytes = received();
    }

    /** Returns whether all has arrived. The sink has ended. */
    boolean isComplete() {
        if (sinceNs == 0) {
            sinceNs = System.nanoTime();
        }
        return switch (route.protocol()) {
            case RTMP -> received() - receivedBytes >= ANSWER_BYTES || isSilent();
            case SRT -> System.nanoTime() - sinceNs >= latencyNs() + MARGIN_NS;
            case RTSP -> System.nanoTime() - sinceNs >= RTSP_NS;
        };
    }

    private double received() {
        return route.isCounted() ? route.figure("in-bytes-total") : 0;
    }

    private boolean isSilent() {
        double nowBytes = route.figure(StreamRoute.SENT);
        if (nowBytes != sentBytes) {
            sentBytes = nowBytes;
            sinceNs = System.nanoTime();
        }
        return System.nanoTime() - sinceNs >= SILENCE_NS;
    }

    private long latencyNs() {
        double agreedMs = route.figure("negotiated-latency-ms");
        double tripMs = Math.max(0, route.figure("rtt-ms"));
        return (long) ((agreedMs < 0 ? UNKNOWN_LATENCY_MS : agreedMs) + tripMs) * 1_000_000;
    }
}
