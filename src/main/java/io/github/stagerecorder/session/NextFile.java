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

/** What is known of the file for the stage's new size, from the resize until its first frame. Render thread. */
final class NextFile implements AutoCloseable {
    /** A window that is dragged has any number of sizes; who goes back and forth has few. */
    private static final int MOST_KNOWN = 64;

    private final GlContext gl = GlContext.current();
    private final Map<Region, Optional<FilePlan>> known = new HashMap<>(); // empty where no encoder takes that size
    private FilePlan newest;
    private Region wanted; // null while the present file has the stage's size
    private boolean hidden;
    private boolean failed;

    NextFile(FilePlan first) {
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

    /** @throws IllegalArgumentException if there is no such region, or no memory for it; what was wanted stays */
    void want(Region region) {
        gl.requireCurrent();
        requirePossible(new StartSteps(newest.options(), null, region));
        wanted = region;
        hidden = false;
        failed = false;
    }

    private void requirePossible(StartSteps steps) {
        steps.requireReadable(gl);
        steps.requireRoom();
    }

    /** The stage has no pixels until the next {@link #want}. */
    void hide() {
        hidden = true;
    }

    void forget() {
        wanted = null;
    }

    /** The file for this size has failed to open, and is not to be tried again. */
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
     * @return null where no encoder takes this size
     * @throws RecordingException if the file cannot be written
     * @throws IllegalArgumentException if the framebuffer has no such region any more
     */
    FilePlan plan(Path file) {
        gl.requireCurrent();
        StartSteps steps = new StartSteps(newest.options(), file, wanted);
        requirePossible(steps);
        steps.requireOutput();
        Optional<FilePlan> plan = known.get(wanted);
        return plan == null
                ? learn(wanted, tried(steps)).orElse(null)
                : plan.map(found -> found.into(steps.request())).orElse(null);
    }

    private Optional<FilePlan> tried(StartSteps steps) {
        try {
            return Optional.of(steps.settleLike(newest, gl));
        } catch (IllegalArgumentException | RecordingException e) {
            return refused(e);
        }
    }

    private Optional<FilePlan> refused(RuntimeException why) {
        System.getLogger(NextFile.class.getName())
                .log(System.Logger.Level.WARNING, "the stage is not recorded at " + wanted, why);
        return Optional.empty();
    }

    @Override
    public void close() {
        gl.close();
    }
}
