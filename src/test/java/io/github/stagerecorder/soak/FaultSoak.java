package io.github.stagerecorder.soak;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.faults.Fault;
import io.github.stagerecorder.faults.FaultRun;
import io.github.stagerecorder.faults.FramesKept;
import io.github.stagerecorder.faults.KillRound;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Repeats the faults of the tests many times, each at a random moment. */
final class FaultSoak {
    private static final int FRAMES_IN_A_SECOND = 30;

    /** When a sink stops, at most half a second plus one frame of what it received does not play. */
    private static final int LEAST_FRAMES = 20;

    private static final int MOST_FRAMES = 120;
    private static final long LONGEST_KILLING_NS = TimeUnit.MINUTES.toNanos(10);

    private final SoakTable table;
    private final SoakOptions options;
    private final Random random;

    FaultSoak(SoakTable table, SoakOptions options, Random random) {
        this.table = table;
        this.options = options;
        this.random = random;
    }

    /** Each kill hits a file of each container. If killing takes too long, there are fewer kills than requested. */
    void kill() throws IOException, InterruptedException {
        KillCount[] counts = KillRound.CONTAINERS.stream().map(KillCount::new).toArray(KillCount[]::new);
        long startNs = System.nanoTime();
        for (int i = 0; i < options.kills() && System.nanoTime() - startNs < LONGEST_KILLING_NS; i++) {
            table.attempt("process killed", folder -> {
                int[] missing = KillRound.in(folder, random);
                for (int c = 0; c < missing.length; c++) {
                    counts[c].add(missing[c]);
                }
            });
        }
        for (KillCount count : counts) {
            count.tell(table);
        }
    }

    /** The results of one container. */
    private static final class KillCount {
        private final String container;
        private int files;
        private int worst;
        private long lost;

        KillCount(String container) {
            this.container = container;
        }

        void add(int missing) {
            files++;
            worst = Math.max(worst, missing);
            lost += Math.max(0, missing - FRAMES_IN_A_SECOND);
        }

        void tell(SoakTable table) {
            table.row(
                    "process killed, " + container,
                    files,
                    files,
                    lost,
                    "at worst the last " + worst + " frames, of 30 a second");
        }
    }

    /** Tries each fault with WAIT and with DROP, with an encoder thread and without. */
    void breakEncoders() throws IOException, InterruptedException {
        for (Fault fault : Fault.values()) {
            for (WhenBehind whenBehind : WhenBehind.values()) {
                breakEncoder(fault, whenBehind);
            }
        }
    }

    private void breakEncoder(Fault fault, WhenBehind whenBehind) throws IOException, InterruptedException {
        String name = "encoder: " + fault.name().toLowerCase(Locale.ROOT) + ", " + whenBehind;
        long[] lost = new long[1];
        int tried = 2 * options.faults();
        for (int i = 0; i < tried; i++) {
            EncodeOn encodeOn = i % 2 == 0 ? EncodeOn.OWN_THREAD : EncodeOn.RENDER_THREAD;
            int frames = LEAST_FRAMES + random.nextInt(MOST_FRAMES - LEAST_FRAMES);
            table.attempt(name, folder -> {
                FramesKept kept = new FaultRun(fault, whenBehind, encodeOn, frames).in(folder.resolve("stage.mkv"));
                lost[0] += kept.lostUnreported();
            });
        }
        table.row(name, tried, tried, lost[0], "");
    }
}
