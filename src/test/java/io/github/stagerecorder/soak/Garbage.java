package io.github.stagerecorder.soak;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** Keeps the garbage collector busy on a separate thread. */
final class Garbage implements AutoCloseable {
    private static final int PIECES_A_ROUND = 20;
    private static final int PIECE_BYTES = 100_000;
    private static final int ROUNDS_A_FULL_COLLECTION = 100;

    private final Thread thread = new Thread(this::litter, "garbage");
    private volatile byte[] piece;

    Garbage() {
        thread.setDaemon(true);
        thread.start();
    }

    private void litter() {
        try {
            for (int round = 1; true; round++) {
                for (int i = 0; i < PIECES_A_ROUND; i++) {
                    piece = new byte[PIECE_BYTES];
                }
                if (round % ROUNDS_A_FULL_COLLECTION == 0) {
                    System.gc();
                }
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            piece = null;
        }
    }

    /** Returns the number of collections in the process so far. */
    static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
