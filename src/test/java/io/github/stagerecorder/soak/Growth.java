package io.github.stagerecorder.soak;

/** What a process holds at its end that it did not hold in its middle. */
record Growth(long rssBytes, long fds, long threads, long glObjects) {
    /** Allocators keep some, and code is compiled; a small frame lost in every ten would be more. */
    private static final long MOST_RSS_BYTES = 16_000_000;

    private static final String MARK = "growth";

    /** For the process that started the program. */
    String line() {
        return String.join(" ", MARK, "" + rssBytes, "" + fds, "" + threads, "" + glObjects);
    }

    /** @throws IllegalStateException if the output has no such line */
    static Growth find(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the program did not get to its end:\n" + output));
        String[] words = line.split(" ");
        return new Growth(
                Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]));
    }

    /** Nothing but the memory's own noise. */
    boolean isFlat() {
        return rssBytes <= MOST_RSS_BYTES && fds == 0 && threads == 0 && glObjects == 0;
    }
}
