package io.github.stagerecorder.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The long run: kills, faults, a long life, and memory under load. See scripts/soak.sh. */
public final class Soak {
    private static final int PROMISE_BROKEN = 1;
    private static final int WRONG_USAGE = 2;

    private final SoakOptions options;
    private final SoakTable table = new SoakTable();

    private Soak(SoakOptions options) {
        this.options = options;
    }

    /** The exit status is 1 if a promise is broken, and 2 if an option is wrong. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws IOException, InterruptedException {
        SoakOptions options;
        try {
            options = SoakOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return WRONG_USAGE;
        }
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Soak(options).run(new Random(seed)) ? 0 : PROMISE_BROKEN;
    }

    private boolean run(Random random) throws IOException, InterruptedException {
        FaultSoak faults = new FaultSoak(table, options, random);
        faults.kill();
        faults.breakEncoders();
        live("one recording", new LifeRun(1, options.frames(), 1));
        live("start and stop", new LifeRun(1, 5, options.cycles()));
        live("two at once", new LifeRun(2, 1000, 1));
        live("eight at once", new LifeRun(8, 500, 1));
        liveAmongGarbage(new LifeRun(2, 2000, 1));
        System.out.println();
        boolean bounded = MemorySoak.run(options);
        System.out.println(table.isGood() && bounded ? "All promises held." : "A PROMISE IS BROKEN.");
        return table.isGood() && bounded;
    }

    private void live(String name, LifeRun life) throws IOException, InterruptedException {
        table.attempt(name, folder -> tell(name, life, life.in(folder)));
    }

    private void liveAmongGarbage(LifeRun life) throws IOException, InterruptedException {
        Path log = Files.createTempFile("stagerecorder-jvm-", ".log");
        table.attempt("busy collector", folder -> tell("busy collector", life, life.amongGarbage(folder, log)));
        Files.delete(log);
    }

    private void tell(String name, LifeRun life, LifeRun.Result result) {
        int missing = result.files() - result.complete();
        int tried = life.recorders() * life.cycles();
        table.row(
                name + ", " + life.frames() + " frames",
                tried,
                result.files(),
                missing,
                result.growth().toString());
        if (!result.isGood()) {
            table.broken(name, new AssertionError("not flat, or not complete: " + result));
        }
    }
}
