package io.github.stagerecorder.session;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares the file for the stage's new size, from the resize to its first frame. Requires the GL context of the start.
 */
final class NextFile {
    /** Bounds the known sizes: a window that is dragged has any number of them, one that is toggled has few. */
    private static final int MOST_KNOWN = 64;

    private final Troubles troubles;
    private final GlContext gl;
    private final Map<Region, Optional<FilePlan>> known = new HashMap<>(); // empty if no encoder accepts that size
    private FilePlan newest;
    private Region wanted; // null while the current file has the stage's size
    private Path writable; // the last file that was found writable
    private boolean hidden;
    private boolean failed;

    NextFile(FilePlan first, Troubles troubles) {
        this.troubles = troubles;
        gl = GlContext.current(first.options().read().framebuffer());
        learn(first.region(), Optional.of(first));
    }

    private Optional<FilePlan> learn(Region size, Optional<FilePlan> plan) {
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        known.put(size, plan);
        newest = plan.orElse(newest);
        return plan;
    }

    /**
     * @throws IllegalArgumentException if the framebuffer has no such region or there is no memory; nothing changes
     *     then
     */
    void want(Region region) {
        gl.requireCurrent();
        requirePossible(new StartSteps(newest.options(), null, region));
        wanted = region;
        writable = null;
        hidden = false;
        failed = false;
    }

    private void requirePossible(StartSteps steps) {
        steps.requireReadable(gl);
        steps.requireRoom();
    }

    /** Records that the stage has no pixels until the next {@link #want}. */
    void hide() {
        hidden = true;
    }

    void forget() {
        wanted = null;
    }

    /** Records that the file for this size could not be opened, so that it is not tried again. */
    void fail() {
        failed = true;
    }

    boolean isWanted() {
        return wanted != null;
    }

    boolean isHidden() {
        return hidden;
    }

    boolean hasFailed() {
        return failed;
    }

    /**
     * Returns the plan for the wanted size.
     *
     * @return the plan; null if no encoder accepts this size
     * @throws RecordingException if the file cannot be written
     * @throws io.github.stagerecorder.readback.UnreadableException if the framebuffer cannot be read now
     */
    FilePlan plan(Path file) {
        gl.requireReadableNow(wanted);
        StartSteps steps = new StartSteps(newest.options(), file, wanted);
        if (!file.equals(writable)) { // not at every capture that waits for memory
            steps.requireOutput();
            writable = file;
        }
        Optional<FilePlan> plan = known.get(wanted);
        return plan == null
                ? learn(wanted, tried(steps)).orElse(null)
                : plan.map(found -> found.into(steps.request())).orElse(null);
    }

    /** @throws io.github.stagerecorder.readback.StageResizedException if the framebuffer has another size by now */
    void requireWantedSize() {
        gl.requireWhole(wanted);
    }

    private Optional<FilePlan> tried(StartSteps steps) {
        try {
            return Optional.of(steps.settleLike(newest, gl));
        } catch (IllegalArgumentException | RecordingException e) {
            return refused(e);
        }
    }

    private Optional<FilePlan> refused(RuntimeException why) {
        troubles.tellRefusedSize(wanted, why);
        return Optional.empty();
    }

    /** Releases what it has in its GL context, and returns whether nothing is left. */
    boolean release() {
        return gl.release();
    }
}
