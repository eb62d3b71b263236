package io.github.stagerecorder.soak;

/**
 * How long to try each part.
 *
 * @param kills the number of processes to kill, each with a file of every container
 * @param faults the number of recordings for each fault and each combination of options
 * @param frames the number of frames of one long recording
 * @param cycles the number of starts and stops
 * @param memoryFrames the number of frames for which memory is watched, at the size
 */
record SoakOptions(int kills, int faults, int frames, int cycles, int widthPx, int heightPx, int memoryFrames) {
    private static final String USAGE =
            "usage: soak.sh [--kills N] [--faults N] [--frames N] [--cycles N]" + " [--memory-frames N] [--size WxH]";
    private static final int LEAST_FRAMES = 100;

    /** @throws IllegalArgumentException with the usage as its message */
    static SoakOptions parse(String... arguments) {
        int kills = 100;
        int faults = 5;
        int frames = 200_000;
        int cycles = 1000;
        int memoryFrames = 1000;
        String size = "1920x1080";
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--kills" -> kills = number(value, 1);
                case "--faults" -> faults = number(value, 1);
                case "--frames" -> frames = number(value, LEAST_FRAMES);
                case "--cycles" -> cycles = number(value, LEAST_FRAMES);
                case "--memory-frames" -> memoryFrames = number(value, LEAST_FRAMES);
                case "--size" -> size = value;
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        String[] sides = size.split("x", 2);
        return new SoakOptions(
                kills, faults, frames, cycles, number(sides[0], 1), number(sides[sides.length - 1], 1), memoryFrames);
    }

    private static int number(String value, int least) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least) {
            throw new IllegalArgumentException(USAGE + ": \"" + value + "\" is not a number of at least " + least);
        }
        return Integer.parseInt(value);
    }
}
