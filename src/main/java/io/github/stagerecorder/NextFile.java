package io.github.stagerecorder;

import io.github.stagerecorder.encode.EncodeException;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.Region;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the file for the stage's new size, from the resize until its first frame. Render thread. */
final class NextFile implements AutoCloseable {
    /** A window that is dragged has any number of sizes; who goes back and forth has few. */
    private static final int MOST_KNOWN = 64;

    private final GlContext gl = GlContext.current();
    private final Map<Region, Optional<Setup>> known = new HashMap<>(); // empty where no encoder takes that size
    private Setup newest;
    private Region wanted; // null while the present file has the stage's size
    private boolean hidden;
    private boolean failed;

    NextFile(Setup first) {
        learn(first.options().region(), Optional.of(first));
    }

    private Optional<Setup> learn(Region size, Optional<Setup> setup) {
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        known.put(size, setup);
        newest = setup.orElse(newest);
        return setup;
    }

    /** @throws IllegalArgumentException if there is no such region, or no memory for it; what was wanted stays */
    void want(Region region) {
        gl.requireCurrent();
        requirePossible(newest.options().forFile(newest.options().output(), region));
        wanted = region;
        hidden = false;
        failed = false;
    }

    private StartPlan requirePossible(RecorderBuilder options) {
        StartPlan start = new StartPlan(options, gl);
        start.requireReadable();
        start.requireRoom();
        return start;
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
     * @throws EncodeException if the file cannot be written
     * @throws IllegalArgumentException if the framebuffer has no such region any more
     */
    Setup setup(Path file) {
        RecorderBuilder options = newest.options().forFile(file, wanted);
        gl.requireCurrent();
        requirePossible(options).requireOutput();
        Optional<Setup> setup = known.get(wanted);
        return setup == null
                ? learn(wanted, tried(options)).orElse(null)
                : setup.map(found -> found.into(options)).orElse(null);
    }

    private Optional<Setup> tried(RecorderBuilder options) {
        try {
            Setup setup = newest.at(options, gl);
            PoolSize.of(setup.demand(), 0, options.budgetBytes());
            return Optional.of(setup);
        } catch (IllegalArgumentException | EncodeException e) {
            return refused(e);
        }
    }

    private Optional<Setup> refused(RuntimeException why) {
        System.getLogger(StageRecorder.class.getName())
                .log(System.Logger.Level.WARNING, "the stage is not recorded at " + wanted, why);
        return Optional.empty();
    }

    @Override
    public void close() {
        gl.close();
    }
}
