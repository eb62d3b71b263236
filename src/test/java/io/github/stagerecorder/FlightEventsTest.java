package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;

/** The Flight Recorder has the events of a recording if they are switched on, and needs not be there. */
class FlightEventsTest extends OnStage {
    private static final String PREFIX = "io.github.stagerecorder.";

    private List<RecordedEvent> events;

    /** A virtual machine may be unable to make one: with wine, Java takes the folder of its data for read-only. */
    private static void requireFlightRecorder() {
        try {
            FlightRecorder.getFlightRecorder();
        } catch (IllegalStateException e) {
            abort(e.getMessage());
        }
    }

    /** Makes a flight recording with these events while {@code body} runs. */
    private void fly(Runnable body, String... names) throws IOException {
        Path file = folder.resolve("flight.jfr");
        try (Recording flight = new Recording()) {
            List.of(names).forEach(name -> flight.enable(PREFIX + name).withoutThreshold());
            flight.start();
            body.run();
            flight.stop();
            flight.dump(file);
        }
        events = RecordingFile.readAllEvents(file);
    }

    private List<RecordedEvent> named(String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(PREFIX + name))
                .toList();
    }

    private long countOf(CaptureResult result) {
        return named("Capture").stream()
                .filter(event -> event.getString("result").equals(result.name()))
                .count();
    }

    @Test
    void shouldHaveTheCapturesTheDropsAndTheFile() throws Exception {
        requireFlightRecorder();
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity sleep-time=20000 ! x264enc tune=zerolatency ! matroskamux")
                .whenBehind(WhenBehind.DROP)
                .start();
        fly(
                () -> {
                    record(recorder, 60);
                    recorder.close();
                },
                "Capture",
                "Drop",
                "File",
                "Wait",
                "Failure");
        Stats stats = recorder.stats();
        assertTrue(stats.dropped() > 0, stats.toString());
        assertEquals(stats.calls(), named("Capture").size());
        assertEquals(stats.taken(), countOf(CaptureResult.TAKEN));
        assertEquals(stats.dropped(), countOf(CaptureResult.DROPPED));
        assertEquals(stats.dropped(), named("Drop").size());
        assertEquals(
                stats.drops().poolFull(),
                named("Drop").stream()
                        .filter(event -> event.getString("cause").equals("POOL_FULL"))
                        .count());
        checkFile(named("File"), recorder.finish().join());
        assertEquals(List.of(), named("Wait"));
        assertEquals(List.of(), named("Failure"));
    }

    private void checkFile(List<RecordedEvent> files, Outcome outcome) throws IOException {
        assertEquals(1, files.size());
        RecordedEvent file = files.get(0);
        Path path = folder.resolve("stage.mkv");
        assertEquals(path.toString(), file.getString("path"));
        assertEquals(null, file.getString("failureKind"));
        assertEquals(outcome.stats().delivered(), file.getLong("delivered"));
        assertEquals(outcome.stats().dropped(), file.getLong("dropped"));
        assertEquals(Files.size(path), file.getLong("size"));
        assertEquals(Duration.ofNanos(outcome.playableUntilNs()), file.getDuration("playable"));
    }

    @Test
    void shouldTellHowLongACaptureTookAndWaited() throws Exception {
        requireFlightRecorder();
        StageRecorder recorder =
                recorderWith("identity sleep-time=50000 ! fakesink").start();
        long beganNs = System.nanoTime();
        fly(() -> record(recorder, 20), "Capture", "Wait");
        long tookNs = System.nanoTime() - beganNs;
        recorder.close();
        long capturesNs = sumNs("Capture");
        long waitsNs = sumNs("Wait");
        assertEquals(recorder.stats().waits(), named("Wait").size());
        assertTrue(waitsNs > named("Wait").size() * 20_000_000L, "waited " + waitsNs + " ns");
        assertTrue(waitsNs < capturesNs && capturesNs < tookNs, waitsNs + ", " + capturesNs + ", " + tookNs);
    }

    private long sumNs(String name) {
        return named(name).stream()
                .mapToLong(event -> event.getDuration().toNanos())
                .sum();
    }

    @Test
    void shouldHaveTheFailure() throws Exception {
        requireFlightRecorder();
        StageRecorder recorder = recorderTo("stage.mkv")
                .pipeline("identity error-after=5 ! x264enc tune=zerolatency ! matroskamux")
                .start();
        fly(
                () -> {
                    record(recorder, 20);
                    assertThrows(RecordingException.class, recorder::close);
                },
                "Failure",
                "File");
        assertEquals(1, named("Failure").size());
        assertEquals("STREAM", named("Failure").get(0).getString("kind"));
        assertTrue(named("Failure").get(0).getString("message").contains("identity"));
        assertEquals("STREAM", named("File").get(0).getString("failureKind"));
    }

    @Test
    void shouldBeOffByDefault() throws Exception {
        requireFlightRecorder();
        fly(() -> {
            StageRecorder recorder = recorderTo("stage.mkv").start();
            record(recorder, 5);
            recorder.close();
        });
        assertTrue(
                events.stream()
                        .noneMatch(event -> event.getEventType().getName().startsWith(PREFIX)),
                events.toString());
    }

    @Test
    void shouldRecordInARuntimeWithoutTheFlightRecorder() throws Exception {
        Path file = folder.resolve("stage.mkv");
        ProcessBuilder program = ChildJvm.of(WithoutFlightRecorder.class, file.toString());
        program.command().addAll(1, List.of("--limit-modules", "java.base,java.logging,jdk.unsupported"));
        Process running = program.start();
        String output = ChildJvm.printed(running);
        assertEquals(0, running.waitFor(), output);
        assertTrue(output.contains("jdk.jfr: false") && output.contains("5 taken"), output);
        assertTrue(output.contains("complete"), output);
    }
}
