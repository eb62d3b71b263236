package io.github.stagerecorder.encode;

/** The parentheses of a description, as GStreamer's lexer sees them: not those in quotes, in values, or escaped. */
final class Parentheses {
    private final String description;
    private int at;

    private Parentheses(String description) {
        this.description = description;
    }

    /**
     * Whether it closes more than it opens. GStreamer puts parentheses of its own around a description; where that
     * pair is closed early, what follows is not in the bin, and its parser may crash (1.22).
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

    /** A quoted one is skipped by its quote. */
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
