package io.github.stagerecorder.frame;

import io.github.stagerecorder.settings.PixelFormat;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What the encoder thread may see of the frames that the render thread queues. */
public final class QueueStress {
    private static final int NOTHING = -1;
    private static final long LONG_NS = 5_000_000_000L;
    private static final Picture PICTURE = Picture.asRead(16, 16, PixelFormat.BGRX);

    private QueueStress() {}

    private static int ptsOf(Slot slot) {
        return slot == null ? NOTHING : (int) slot.ptsNs();
    }

    private static Slot slotAt(long ptsNs) {
        PlainSlot plain = new PlainSlot();
        plain.slot.stamp(PICTURE, ptsNs, 1);
        return plain.slot;
    }

    /** What was written into a slot before it was queued is there when it is taken. */
    @JCStressTest
    @Outcome(
            id = {"-1", "7"},
            expect = Expect.ACCEPTABLE,
            desc = "not there yet, or complete")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a slot without its stamp")
    @State
    public static class Stamp {
        private final FrameQueue queue = new FrameQueue(new MonitorSignal(), 2);
        private final Slot slot = new PlainSlot().slot;

        @Actor
        public void render() {
            slot.stamp(PICTURE, 7, 1);
            queue.offer(slot);
        }

        @Actor
        public void encode(I_Result result) {
            result.r1 = ptsOf(queue.poll());
        }
    }

    /** In order, none twice, none left out; the place in a full ring is used again. */
    @JCStressTest
    @Outcome(
            id = {"1, 2, 0", "1, -1, 0", "-1, 1, 0", "-1, -1, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "in order")
    @Outcome(expect = Expect.FORBIDDEN, desc = "out of order, twice or left out")
    @State
    public static class Order {
        private final FrameQueue queue = new FrameQueue(new MonitorSignal(), 1);
        private final Slot first = slotAt(1);
        private final Slot second = slotAt(2);
        private int leftOut;

        @Actor
        public void render() {
            leftOut += queue.offer(first) ? 1 : 0;
            leftOut += queue.offer(second) ? 1 : 0;
        }

        @Actor
        public void encode(III_Result result) {
            result.r1 = ptsOf(queue.poll());
            result.r2 = ptsOf(queue.poll());
        }

        @Arbiter
        public void count(III_Result result) {
            for (int pts : new int[] {result.r1, result.r2, ptsOf(queue.poll())}) {
                leftOut -= pts == NOTHING ? 0 : 1;
            }
            result.r3 = leftOut;
        }
    }

    /** Who has seen nothing and goes to sleep is woken. */
    @JCStressTest
    @Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "taken")
    @Outcome(expect = Expect.FORBIDDEN, desc = "slept though a frame was queued")
    @State
    public static class WakeForAFrame {
        private final MonitorSignal signal = new MonitorSignal();
        private final FrameQueue queue = new FrameQueue(signal, 2);
        private final Slot slot = slotAt(7);

        @Actor
        public void render() {
            signal.awaitNaps();
            queue.offer(slot);
        }

        @Actor
        public void encode(I_Result result) {
            int pts = ptsOf(queue.take(LONG_NS));
            result.r1 = signal.hasMissed() ? NOTHING : pts;
        }
    }

    /** The same for the end. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "ended")
    @Outcome(expect = Expect.FORBIDDEN, desc = "slept though the queue was closed")
    @State
    public static class WakeForTheEnd {
        private final MonitorSignal signal = new MonitorSignal();
        private final FrameQueue queue = new FrameQueue(signal, 2);

        @Actor
        public void close() {
            signal.awaitNaps();
            queue.close();
        }

        @Actor
        public void encode(I_Result result) {
            queue.take(LONG_NS);
            result.r1 = !signal.hasMissed() && queue.isDrained() ? 1 : 0;
        }
    }

    /** The render thread queues its last frame and closes: the encoder thread does not end without it. */
    @JCStressTest
    @Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "the last frame, then the end")
    @Outcome(expect = Expect.FORBIDDEN, desc = "ended without the last frame")
    @State
    public static class LastFrame {
        private final FrameQueue queue = new FrameQueue(new MonitorSignal(), 2);
        private final Slot slot = slotAt(7);

        @Actor
        public void render() {
            queue.offer(slot);
            queue.close();
        }

        @Actor
        public void encode(I_Result result) {
            result.r1 = NOTHING;
            while (!queue.isDrained()) {
                int pts = ptsOf(queue.take(LONG_NS));
                result.r1 = pts == NOTHING ? result.r1 : pts;
            }
        }
    }

    /** What was said before closing is known to who finds the queue drained. */
    @JCStressTest
    @Outcome(
            id = {"0", "7"},
            expect = Expect.ACCEPTABLE,
            desc = "not closed yet, or all of it is known")
    @Outcome(expect = Expect.FORBIDDEN, desc = "closed, without what was said before")
    @State
    public static class Reached {
        private final FrameQueue queue = new FrameQueue(new MonitorSignal(), 2);
        private int reached = NOTHING;

        @Actor
        public void close() {
            reached = 7;
            queue.close();
        }

        @Actor
        public void encode(I_Result result) {
            result.r1 = queue.isDrained() ? reached : 0;
        }
    }

    /**
     * Another thread closes while the render thread queues: the frame is either refused, or in the queue when both are
     * done. The encoder thread may have ended without it, which is why a recording is closed between two captures.
     */
    @JCStressTest
    @Outcome(
            id = {"1, 7", "0, -1"},
            expect = Expect.ACCEPTABLE,
            desc = "taken, or refused")
    @Outcome(expect = Expect.FORBIDDEN, desc = "refused and queued, or neither")
    @State
    public static class CloseBesideOffer {
        private final FrameQueue queue = new FrameQueue(new MonitorSignal(), 2);
        private final Slot slot = slotAt(7);

        @Actor
        public void render(II_Result result) {
            result.r1 = queue.offer(slot) ? 1 : 0;
        }

        @Actor
        public void close() {
            queue.close();
        }

        @Arbiter
        public void look(II_Result result) {
            result.r2 = ptsOf(queue.poll());
        }
    }
}
