package io.github.stagerecorder.soak;

/** The size of the stage, and for how many frames it is watched. */
record SoakOptions(int widthPx, int heightPx, int frames) {
    private static final String USAGE = "usage: soak.sh [--frames N] [--size WxH]";
    private static final int LEAST_FRAMES = 100;

    /** @throws IllegalArgumentException with the usage */
    static SoakOptions parse(String... arguments) {
        int frames = 2000;
        String size = "1920x1080";
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--frames" -> frames = number(value, LEAST_FRAMES);
                case "--size" -> size = value;
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        String[] sides = size.split("x", 2);
        return new SoakOptions(number(sides[0], 1), number(sides[sides.length - 1], 1), frames);
    }

    private static int number(String value, int least) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least) {
            throw new IllegalArgumentException(USAGE + ": \"" + value + "\" is no number from " + least + " on");
        }
        return Integer.parseInt(value);
    }
}
