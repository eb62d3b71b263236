package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Notes what a listener is told, in order. */
final class HeardEvents implements RecorderListener {
    final List<Object> all = new CopyOnWriteArrayList<>();
    final List<Stats> drops = new CopyOnWriteArrayList<>();
    final List<Stats> progress = new CopyOnWriteArrayList<>();
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What is told of trouble and of drops. */
    record Heard(Object kind, Object more) {}

    private void note(Object event) {
        threads.add(Thread.currentThread());
        all.add(event);
    }

    @Override
    public void started(StartedFile file) {
        note(file);
    }

    @Override
    public void dropped(DropCause cause, Stats soFar) {
        note(cause);
        drops.add(soFar);
    }

    @Override
    public void troubled(Trouble trouble, String message) {
        note(new Heard(trouble, message));
    }

    @Override
    public void failed(RecordingException failure) {
        note(failure);
        failed.countDown();
    }

    @Override
    public void closing(Stats soFar) {
        note("closing");
        progress.add(soFar);
    }

    @Override
    public void fileEnded(Outcome.FileOutcome file) {
        note(file);
    }

    @Override
    public void ended(Outcome outcome) {
        note(outcome);
        ended.countDown();
    }

    /** Returns what was told of this kind, in order. */
    <T> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the simple names of what was told, without progress. */
    List<String> kinds() {
        return all.stream()
                .filter(Predicate.not("closing"::equals))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    void awaitEnd() {
        await(ended);
    }

    void awaitFailure() {
        await(failed);
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "was not told in time");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
