package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An option of a recording, with a value that may or may not make sense.
 *
 * @param value the value as the refusal must name it
 */
record RandomOption(String value, Consumer<RecorderBuilder> setter) {
    private static final String[] FORMATS = {
        "I420", "NV12", "BGRx", "RGBx", "RGBA", "GRAY8", "Y444", "nosuch", "((", "", "I420,width=5", "größe", "AYUV64",
    };
    private static final int[] NUMBERS = {1, 1, 2, 7, 8, 15, 16, 17, 64, 101, 200, 0, -1, 5000, Integer.MAX_VALUE};
    private static final int[] TIMES_MS = {200, 500, 1000, 0, -5};

    static RandomOption next(Random random) {
        int a = NUMBERS[random.nextInt(NUMBERS.length)];
        int b = NUMBERS[random.nextInt(NUMBERS.length)];
        return switch (random.nextInt(11)) {
            case 0, 1 -> new RandomOption(a + "x" + b, options -> options.size(a, b));
            case 2 ->
                new RandomOption(a + "," + b, options -> options.size(9, 9).corner(a, b));
            case 3 -> new RandomOption(a + "/" + b, options -> options.frameRate(a, b));
            case 4 -> budget(random.nextInt(4) == 0 ? a : 1L << random.nextInt(40));
            case 5 -> format(FORMATS[random.nextInt(FORMATS.length)]);
            case 6 -> encodeOn(random.nextBoolean() ? EncodeOn.OWN_THREAD : EncodeOn.RENDER_THREAD);
            case 7 -> timing(Timing.values()[random.nextInt(3)]);
            case 8 -> whenBehind(WhenBehind.values()[random.nextInt(2)]);
            case 9 -> stallTimeout(Duration.ofMillis(TIMES_MS[random.nextInt(TIMES_MS.length)]));
            default -> random.nextInt(8) == 0 ? quality(Quality.HIGH) : encodeOn(EncodeOn.OWN_THREAD);
        };
    }

    private static RandomOption budget(long sizeBytes) {
        return new RandomOption(Long.toString(sizeBytes), options -> options.memoryBudget(sizeBytes));
    }

    private static RandomOption format(String name) {
        return new RandomOption(name, options -> options.tuning(t -> t.pixelFormat(name)));
    }

    private static RandomOption encodeOn(EncodeOn encodeOn) {
        return new RandomOption(encodeOn.name(), options -> options.encodeOn(encodeOn));
    }

    private static RandomOption timing(Timing timing) {
        return new RandomOption(timing.name(), options -> options.timing(timing));
    }

    private static RandomOption whenBehind(WhenBehind whenBehind) {
        return new RandomOption(whenBehind.name(), options -> options.whenBehind(whenBehind));
    }

    private static RandomOption stallTimeout(Duration timeout) {
        return new RandomOption(timeout.toString(), options -> options.stallTimeout(timeout));
    }

    private static RandomOption quality(Quality quality) {
        return new RandomOption(quality.name(), options -> options.quality(quality));
    }
}
