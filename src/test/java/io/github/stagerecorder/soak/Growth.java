package io.github.stagerecorder.soak;

/** What a process holds at its end and did not hold in its middle. */
record Growth(long rssBytes, long fds, long threads, long glObjects) {
    /**
     * Allocators keep some memory, and code is compiled. Losing one small frame in every ten would exceed this limit.
     */
    private static final long MOST_RSS_BYTES = 16_000_000;

    private static final String MARK = "growth";

    /** Formats the growth for the parent process. */
    String line() {
        return String.join(" ", MARK, "" + rssBytes, "" + fds, "" + threads, "" + glObjects);
    }

    /** @throws IllegalStateException if the output has no line of growth */
    static Growth find(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the program did not get to its end:\n" + output));
        String[] words = line.split(" ");
        return new Growth(
                Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]));
    }

    /** Returns true if there is only the normal variation of memory. */
    boolean isFlat() {
        return rssBytes <= MOST_RSS_BYTES && fds == 0 && threads == 0 && glObjects == 0;
    }
}
