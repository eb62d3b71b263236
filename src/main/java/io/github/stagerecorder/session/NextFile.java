package io.github.stagerecorder.session;

import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.plan.FilePlan;
import io.github.stagerecorder.plan.StartSteps;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.Region;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Prepares the file for the stage's new size, from the resize to its first frame. Requires the GL context of the start.
 */
final class NextFile {
    /** Bounds the memory: a window that is dragged has any number of sizes. */
    private static final int MOST_REFUSED = 64;

    private final Troubles troubles;
    private final Set<Region> refused = new HashSet<>(); // no encoder accepts that size
    private final Options options;
    private GlContext gl;
    private Region wanted; // null while the current file has the stage's size
    private Path writable; // the last file that was found writable
    private boolean hidden;
    private boolean failed;

    NextFile(Options options, Troubles troubles) {
        this.options = options;
        this.troubles = troubles;
        gl = GlContext.current(options.read().framebuffer());
    }

    /**
     * @throws IllegalArgumentException if the framebuffer has no such region or there is no memory; nothing changes
     *     then
     */
    void want(Region region) {
        gl.requireCurrent();
        requirePossible(new StartSteps(options, null, region));
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
        StartSteps steps = new StartSteps(options, file, wanted);
        if (!file.equals(writable)) { // not at every capture that waits for memory
            steps.requireWritable();
            writable = file;
        }
        return refused.contains(wanted) ? null : tried(steps);
    }

    /** @throws io.github.stagerecorder.readback.StageResizedException if the framebuffer has another size by now */
    void requireWantedSize() {
        gl.requireWhole(wanted);
    }

    private FilePlan tried(StartSteps steps) {
        try {
            return steps.settle(gl, steps.chooseEncoder());
        } catch (IllegalArgumentException | RecordingException e) {
            refuse(e);
            return null;
        }
    }

    private void refuse(RuntimeException why) {
        if (refused.size() == MOST_REFUSED) {
            refused.clear();
        }
        refused.add(wanted);
        troubles.tellRefusedSize(wanted, why);
    }

    /** Goes on in the context that is current now, because the one before is gone. */
    void enterContext() {
        GlContext fresh = gl.successor();
        gl.close();
        gl = fresh;
    }

    /** Releases what it has in its GL context, and returns whether nothing is left. */
    boolean release() {
        return gl.release();
    }
}
