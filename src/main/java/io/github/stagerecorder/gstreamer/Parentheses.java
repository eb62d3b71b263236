package io.github.stagerecorder.gstreamer;

/** Counts parentheses as GStreamer's lexer does: not those that are in quotes, in values, or escaped. */
final class Parentheses {
    private final String description;
    private int at;

    private Parentheses(String description) {
        this.description = description;
    }

    /**
     * Returns whether the description closes a parenthesis that it does not open. GStreamer puts its own pair around a
     * description; if that pair is closed early, the rest is not in the bin, and the parser may crash (1.22).
     */
    static boolean closesTooMuch(String description) {
        return new Parentheses(description).goesBelowZero();
    }

    private boolean goesBelowZero() {
        int depth = 0;
        while (at < description.length() && depth >= 0) {
            char sign = description.charAt(at++);
            switch (sign) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '\\' -> at++;
                case '"', '\'' -> skipQuoted(sign);
                case '=' -> skipValue();
                default -> {}
            }
        }
        return depth < 0;
    }

    private void skipQuoted(char quote) {
        while (at < description.length()) {
            char sign = description.charAt(at++);
            if (sign == quote) {
                return;
            }
            at += sign == '\\' ? 1 : 0;
        }
    }

    /** Skips an unquoted value; the quote of a quoted value skips it later. */
    private void skipValue() {
        skipSpace();
        if (at < description.length() && "\"'".indexOf(description.charAt(at)) >= 0) {
            return;
        }
        while (at < description.length() && !Character.isWhitespace(description.charAt(at))) {
            at += description.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private void skipSpace() {
        while (at < description.length() && Character.isWhitespace(description.charAt(at))) {
            at++;
        }
    }
}
