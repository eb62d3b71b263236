package io.github.stagerecorder;

/** Writes a total with its causes for a log, such as "3 (pool full 2, GPU late 1)". */
final class Causes {
    private final StringBuilder causes = new StringBuilder();
    private long total;

    /** Adds a cause, unless it never occurred. */
    Causes add(String name, long count) {
        if (count != 0) {
            causes.append(causes.isEmpty() ? "" : ", ").append(name).append(' ').append(count);
            total += count;
        }
        return this;
    }

    @Override
    public String toString() {
        return causes.isEmpty() ? "0" : total + " (" + causes + ")";
    }
}
