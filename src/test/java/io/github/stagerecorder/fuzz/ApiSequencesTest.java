package io.github.stagerecorder.fuzz;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.lists;

import io.github.stagerecorder.EncodeOn;
import io.github.stagerecorder.ReadStrategy;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes calls in any order, with any arguments, on any thread, while GL contexts change, vanish, and move between
 * threads, and while framebuffers of other sizes are bound. Each call does what its documentation says or throws what
 * it documents, and the counts are right after each one. Set -Dfuzz.examples and -Dfuzz.seed to try more.
 */
@Timeout(3600)
class ApiSequencesTest {
    static final int WIDTH_PX = 64;
    static final int HEIGHT_PX = 48;

    private static final int EXAMPLES = Integer.getInteger("fuzz.examples", 60);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int MOST_CALLS = 25;

    @TempDir
    Path folder;

    @Test
    void shouldDoAsDocumentedWhateverIsCalled() {
        qt().withFixedSeed(SEED)
                .withExamples(EXAMPLES)
                .withShrinkCycles(100)
                .forAll(
                        arbitrary().enumValues(Timing.class),
                        arbitrary().enumValues(WhenBehind.class),
                        booleans().all().map(own -> own ? EncodeOn.OWN_THREAD : EncodeOn.RENDER_THREAD),
                        lists().of(Call.any()).ofSizeBetween(0, MOST_CALLS))
                .checkAssert(this::makeAll);
    }

    private void makeAll(Timing timing, WhenBehind whenBehind, EncodeOn encodeOn, List<Call> calls) {
        Path file = folder.resolve("stage.mkv");
        RecorderBuilder options = StageRecorder.builder(file)
                .overwrite(true)
                .size(WIDTH_PX, HEIGHT_PX)
                .timing(timing)
                .whenBehind(whenBehind)
                .encodeOn(encodeOn);
        if (calls.stream().anyMatch(call -> call.kind() == Call.Kind.NEW_CONTEXT)) {
            options.tuning(t -> t.readStrategy(ReadStrategy.CLIENT)); // a mapping would go with its context
        }
        try (Contexts contexts = new Contexts(320, 240);
                Session session = new Session(options.start(), timing, contexts)) {
            calls.forEach(session::make);
        }
    }
}
