package io.github.stagerecorder;

/** Refuses the overloads that do not fit the options of a recorder. */
final class Overloads {
    private final Timing timing;
    private final boolean tiled;

    Overloads(Timing timing, boolean tiled) {
        this.timing = timing;
        this.tiled = tiled;
    }

    /**
     * @param timed whether the overload takes a time
     * @param tiles whether it is for frames in tiles
     * @throws IllegalStateException if the recorder needs another one
     */
    void require(String operation, boolean timed, boolean tiles) {
        if (timed != (timing == Timing.CALLER)) {
            String given = timed ? "(timeNs)" : "() without a time";
            throw new IllegalStateException(operation + given + ", but the timing is " + timing + ": use " + operation
                    + (timed ? "()" : "(timeNs)"));
        }
        if (tiles != tiled) {
            throw wrongKind(operation);
        }
    }

    /** @throws IllegalStateException if frames are not drawn in tiles */
    void requireTiled(String operation) {
        if (!tiled) {
            throw wrongKind(operation);
        }
    }

    /** @throws IllegalStateException if frames are drawn in tiles */
    void requireWhole(String operation) {
        if (tiled) {
            throw new IllegalStateException(operation + ", but frames are drawn in tiles: none is ever whole");
        }
    }

    private IllegalStateException wrongKind(String operation) {
        return new IllegalStateException(operation + ", but the recorder was built "
                + (tiled ? "with tiled(true): use beginFrame, tile and endFrame" : "without tiled(true): use capture"));
    }
}
