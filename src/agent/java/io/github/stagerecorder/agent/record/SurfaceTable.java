package io.github.stagerecorder.agent.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The surfaces that one copy of a toolkit has swapped, each with its recording. A toolkit knows a surface by an object,
 * by a number, or by both.
 */
final class SurfaceTable<S extends Surface> {
    /** Makes what asks the toolkit about a surface. */
    interface Maker<S> {
        S make(Object self, long handle) throws Throwable;
    }

    /** Is done with a surface. */
    interface Action<S> {
        void on(S surface) throws Throwable;
    }

    private record Row<S>(Object self, long handle, S surface, SurfaceRecording recording) {}

    private final Recordings recordings;
    private final Maker<S> maker;
    private volatile List<Row<S>> rows = List.of(); // few; copied when it changes

    SurfaceTable(Recordings recordings, Maker<S> maker) {
        this.recordings = recordings;
        this.maker = maker;
    }

    /** The surface is about to show what was drawn. */
    void swap(Object self, long handle) throws Throwable {
        Row<S> row = find(self, handle);
        if (row == null) {
            row = add(self, handle);
        }
        row.recording.swap();
    }

    /** Returns what was made for a surface; null if it has swapped nothing yet. */
    S surface(Object self, long handle) {
        Row<S> row = find(self, handle);
        return row == null ? null : row.surface;
    }

    private Row<S> find(Object self, long handle) {
        List<Row<S>> present = rows;
        for (int i = 0; i < present.size(); i++) { // without an iterator, because each swap comes here
            Row<S> row = present.get(i);
            if (row.self == self && row.handle == handle) {
                return row;
            }
        }
        return null;
    }

    private synchronized Row<S> add(Object self, long handle) throws Throwable {
        S surface = maker.make(self, handle);
        Row<S> added = new Row<>(self, handle, surface, recordings.add(surface));
        List<Row<S>> more = new ArrayList<>(rows);
        more.add(added);
        rows = List.copyOf(more);
        return added;
    }

    /** The surface, or its context, is about to be destroyed. */
    void end(Object self, long handle) {
        Row<S> ending = find(self, handle);
        if (ending != null) {
            end(ending);
        }
    }

    private void end(Row<S> ending) {
        remove(ending);
        recordings.end(ending.recording);
    }

    private synchronized void remove(Row<S> ending) {
        rows = rows.stream().filter(row -> row != ending).toList();
    }

    void endAll() {
        endIf(surface -> true);
    }

    void endIf(Predicate<S> isEnding) {
        rows.stream().filter(row -> isEnding.test(row.surface)).forEach(this::end);
    }

    /** Does something with each surface, and makes no object. */
    void each(Action<S> action) throws Throwable {
        List<Row<S>> present = rows;
        for (int i = 0; i < present.size(); i++) {
            action.on(present.get(i).surface);
        }
    }

    /** The agent's key was pressed, and these surfaces heard it. */
    void keyPressed(Predicate<S> heard) {
        for (Row<S> row : rows) {
            if (heard.test(row.surface)) {
                recordings.keyPressed(row.recording);
            }
        }
    }
}
