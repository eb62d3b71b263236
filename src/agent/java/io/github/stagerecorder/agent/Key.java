package io.github.stagerecorder.agent;

import java.util.Locale;

/** A key that can start and stop: F1 to F12. */
public record Key(int number) {
    private static final int MOST = 12;

    static Key parse(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (int number = 1; number <= MOST; number++) {
            if (upper.equals("F" + number)) {
                return new Key(number);
            }
        }
        throw new IllegalArgumentException("must be one of F1 to F" + MOST);
    }

    @Override
    public String toString() {
        return "F" + number;
    }
}
