package io.github.stagerecorder.frame;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What goes with a slot's state from one owner to the next. */
public final class SlotStress {
    private static final int NOT_MINE = -1;

    private SlotStress() {}

    /** Who finds it READY finds the pixels. */
    @JCStressTest
    @Outcome(
            id = {"-1", "7"},
            expect = Expect.ACCEPTABLE,
            desc = "not ready yet, or complete")
    @Outcome(expect = Expect.FORBIDDEN, desc = "ready without its pixels")
    @State
    public static class Ready {
        private final PlainSlot plain = claimed();

        @Actor
        public void render() {
            plain.draw(7);
            plain.slot.ready();
        }

        @Actor
        public void encode(I_Result result) {
            result.r1 = plain.slot.state() == SlotState.READY ? plain.pixels() : NOT_MINE;
        }
    }

    /** Who claims it again does not write before the last reader has read. */
    @JCStressTest
    @Outcome(
            id = {"7, 0", "7, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "the old frame was read to its end")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the next frame was written into one that is being read")
    @State
    public static class ClaimAgain {
        private final PlainSlot plain = claimed();

        public ClaimAgain() {
            plain.draw(7);
            plain.slot.ready();
        }

        @Actor
        public void encode(II_Result result) {
            result.r1 = plain.pixels();
            plain.slot.abandon();
        }

        @Actor
        public void render(II_Result result) {
            if (plain.slot.claim(SlotState.READING)) {
                plain.draw(8);
                result.r2 = 1;
            }
        }
    }

    /** A whole turn: claimed, drawn, queued, taken, given back, and claimed again. */
    @JCStressTest
    @Outcome(
            id = {"-1, 0", "1, 0", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "the frame that was queued")
    @Outcome(expect = Expect.FORBIDDEN, desc = "half a frame, or the next one")
    @State
    public static class Turn {
        private final FrameQueue queue = new FrameQueue(new MonitorSignal(), 2);
        private final PlainSlot plain = new PlainSlot();

        @Actor
        public void render(II_Result result) {
            plain.slot.claim(SlotState.READING);
            plain.draw(1);
            plain.slot.ready();
            queue.offer(plain.slot);
            if (plain.slot.claim(SlotState.READING)) {
                plain.draw(2);
                result.r2 = 1;
            }
        }

        @Actor
        public void encode(II_Result result) {
            Slot taken = queue.poll();
            result.r1 = taken == null ? NOT_MINE : plain.pixels();
            if (taken != null) {
                taken.abandon();
            }
        }
    }

    private static PlainSlot claimed() {
        PlainSlot plain = new PlainSlot();
        plain.slot.claim(SlotState.READING);
        return plain;
    }
}
