package io.github.stagerecorder.choice;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.encode.EncoderRequest;
import io.github.stagerecorder.encode.Presets;
import io.github.stagerecorder.pipeline.OpenPipeline;
import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FrameRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Keeps the encoders that were chosen in this process, by all that decides the choice. Two threads that need the same
 * choice make it once. A failed choice is not kept, because what is missing may be installed meanwhile.
 */
final class KnownEncoders {
    /** Bounds the memory to some megabytes, together with {@link #LONGEST_KEPT}. */
    private static final int MOST_KEPT = 32;

    /** The longest description that is kept, in characters. */
    private static final int LONGEST_KEPT = 32_768;

    private static final Map<Question, CompletableFuture<Choice>> UNDER_WAY = new HashMap<>();

    private static final Map<Question, Choice> KEPT = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Choice> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** What decides the choice. The file counts only by its extension. */
    private record Question(
            EncoderOptions options, String extension, FrameRate rate, int widthPx, int heightPx, int mostRetained) {
        static Question of(EncoderRequest request) {
            boolean preset = request.options().description() == null;
            String file = request.output() == null ? "" : "file";
            return new Question(
                    request.options().withoutAddress(),
                    preset ? Presets.extension(request.presetName()) : file,
                    request.rate(),
                    request.widthPx(),
                    request.heightPx(),
                    preset ? request.mostRetained() : 0);
        }

        EncoderRequest withoutFile() {
            return new EncoderRequest(options, null, false, rate, widthPx, heightPx, mostRetained, false, 0);
        }

        boolean isKept() {
            return options.description() == null || options.description().length() <= LONGEST_KEPT;
        }
    }

    /** A description that was tried, and why it does not work; the latter is null for the one that works. */
    private record Attempt(String description, FailureKind kind, String refusal) {
        static Attempt of(String description, RecordingException refusal) {
            return refusal == null
                    ? new Attempt(description, null, null)
                    : new Attempt(description, refusal.kind(), refusal.getMessage());
        }

        void tell(BiConsumer<String, RecordingException> tried) {
            tried.accept(description, kind == null ? null : new RecordingException(kind, refusal));
        }
    }

    /** It holds neither a path nor an exception, because these may hold anything. */
    private record Choice(ChosenEncoder encoder, List<Attempt> attempts, AtomicBoolean hasOpened) {}

    private KnownEncoders() {}

    /** Returns the known choice, or makes it, as {@link Encoders#choose} says. */
    static ChosenEncoder choose(EncoderRequest request, BiConsumer<String, RecordingException> tried) {
        Question question = Question.of(request);
        CompletableFuture<Choice> mine = new CompletableFuture<>();
        CompletableFuture<Choice> known = known(question, mine);
        if (known == null) {
            return make(question, request, tried, mine);
        }
        try {
            Choice choice = known.join();
            choice.attempts().forEach(attempt -> attempt.tell(tried));
            return choice.encoder().into(request);
        } catch (CompletionException e) {
            return new EncoderChooser(request, tried).choose(); // which refuses in words of its own
        }
    }

    private static ChosenEncoder make(
            Question question,
            EncoderRequest request,
            BiConsumer<String, RecordingException> tried,
            CompletableFuture<Choice> made) {
        List<Attempt> attempts = new ArrayList<>();
        BiConsumer<String, RecordingException> noted =
                (description, refusal) -> attempts.add(Attempt.of(description, refusal));
        try {
            ChosenEncoder encoder = new EncoderChooser(request, noted.andThen(tried)).choose();
            made.complete(new Choice(encoder.into(question.withoutFile()), List.copyOf(attempts), new AtomicBoolean()));
            return encoder;
        } catch (RuntimeException | Error e) {
            made.completeExceptionally(e);
            throw e;
        } finally {
            end(question, made);
        }
    }

    /** Returns the choice that is kept or under way; null if it is now {@code mine}. */
    private static synchronized CompletableFuture<Choice> known(Question question, CompletableFuture<Choice> mine) {
        Choice kept = KEPT.get(question);
        return kept != null ? CompletableFuture.completedFuture(kept) : UNDER_WAY.putIfAbsent(question, mine);
    }

    private static synchronized void end(Question question, CompletableFuture<Choice> made) {
        UNDER_WAY.remove(question);
        if (question.isKept() && !made.isCompletedExceptionally()) {
            KEPT.put(question, made.join());
        }
    }

    /** Opens the encoder. A choice that does not open is forgotten, so that the next start tries again. */
    static OpenPipeline open(ChosenEncoder encoder) {
        try {
            OpenPipeline open = OpenPipeline.start(encoder);
            noteOpened(encoder.request());
            return open;
        } catch (RuntimeException | Error e) {
            forget(encoder.request());
            throw e;
        }
    }

    private static synchronized void noteOpened(EncoderRequest request) {
        Choice kept = KEPT.get(Question.of(request));
        if (kept != null) {
            kept.hasOpened().set(true);
        }
    }

    private static synchronized void forget(EncoderRequest request) {
        KEPT.remove(Question.of(request));
    }

    /** Returns whether such an encoder has been opened in this process, so that the next one will open too. */
    static synchronized boolean hasOpened(EncoderRequest request) {
        Choice kept = KEPT.get(Question.of(request));
        return kept != null && kept.hasOpened().get();
    }

    /** Returns whether the choice for such a request is kept. */
    static synchronized boolean keeps(EncoderRequest request) {
        return KEPT.containsKey(Question.of(request));
    }
}
