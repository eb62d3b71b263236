package io.github.stagerecorder.session;

import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.plan.ReadSearch;
import io.github.stagerecorder.readback.Readback;
import io.github.stagerecorder.readback.UnreadableException.Obstacle;
import io.github.stagerecorder.settings.Region;
import java.lang.System.Logger.Level;

/**
 * Looks for a cheaper way to read beside the captures, and goes over to it by a new generation of slots. No frame is
 * lost or delayed: the older slots go on to the encoder, and if the budget has no room for both generations, the
 * recording stays as it is until there is room.
 */
final class CheaperReading {
    private final FreeSlots slots;
    private final Readback readback;
    private FilePlan present;
    private FilePlan better; // waits for room; null if there is none
    private FilePlan former; // before this went over; null if it did not
    private ReadSearch search; // null if it is over

    CheaperReading(FilePlan present, FreeSlots slots, Readback readback) {
        this.present = present;
        this.slots = slots;
        this.readback = readback;
    }

    /** Begins to look for one that reads this region. The GL context must be current. */
    void begin(Region region) {
        end();
        better = null;
        search = new ReadSearch(present, region);
        endIfOver();
    }

    /** Looks at another region from now on. The GL context must be current. */
    void follow(Region region) {
        if (search != null) {
            begin(region);
        }
    }

    /** Makes one trial read beside a capture that has read the framebuffer. */
    void look() {
        if (search != null) {
            search.step();
            endIfOver();
        }
    }

    private void endIfOver() {
        if (search.isOver()) {
            better = search.better();
            end();
        }
    }

    /**
     * Goes over to the cheaper way, if there is one and there is room.
     *
     * @return the plan from now on, for slots that are claimed after this; null if nothing has changed
     */
    FilePlan goOver(Region region) {
        return better == null || !readback.isContextCurrent() ? null : goOverNow(region);
    }

    private FilePlan goOverNow(Region region) {
        FilePlan next = better;
        Picture picture = next.input().picture(region.widthPx(), region.heightPx());
        if (!slots.hasRoomFor(next.input(), picture)) {
            return null;
        }
        better = null;
        if (!readback.goOver(next.reading(), region, picture)) {
            return null;
        }
        if (!slots.goOver(next.input(), picture)) {
            readback.goOver(present.reading(), region, present.input().picture(region.widthPx(), region.heightPx()));
            return null;
        }
        Log.line(Level.DEBUG, "the way to read is now " + next.reading() + ", before it was " + present.reading());
        former = former == null ? present : null;
        present = next;
        return next;
    }

    /** Goes back to the former way if the driver fails at the cheaper one: a trial reads only a part of the stage. */
    void failed(Obstacle obstacle) {
        if (obstacle == Obstacle.DRIVER && former != null) {
            better = former;
        }
    }

    boolean hasEnded() {
        return search == null;
    }

    /** Ends the search. Called again where the GL context was not current. */
    void end() {
        if (search != null && search.release()) {
            search = null;
        }
    }
}
