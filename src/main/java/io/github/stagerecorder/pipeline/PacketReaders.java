package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.SavedReplay;
import io.github.stagerecorder.encode.ChosenEncoder;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.report.ReplayCounts;
import io.github.stagerecorder.report.StreamCounts;
import io.github.stagerecorder.settings.EncoderOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What reads the encoded packets of a recording beside its muxer. Any thread may use it. */
final class PacketReaders {
    private final ReplayRing replay; // null if none is kept
    private final LiveStream stream; // null if there is none

    private PacketReaders(ReplayRing replay, LiveStream stream) {
        this.replay = replay;
        this.stream = stream;
    }

    /**
     * Begins to read what passes, which must not have begun.
     *
     * @throws io.github.stagerecorder.RecordingException if the bin has no muxer
     */
    static PacketReaders begin(EncoderBin bin, ChosenEncoder encoder) {
        EncoderOptions options = encoder.request().options();
        ReplayRing replay = options.replay() == null ? null : new ReplayRing(bin, encoder);
        return new PacketReaders(replay, options.stream() == null ? null : LiveStream.start(bin, encoder));
    }

    CompletableFuture<SavedReplay> saveReplay(OutputTarget target, long untilNs) {
        return replay.save(target, untilNs);
    }

    ReplayCounts replayCounts() {
        return replay == null ? ReplayCounts.NONE : replay.counts();
    }

    StreamCounts streamCounts() {
        return stream == null ? StreamCounts.NONE : stream.counts();
    }

    /** Sets who hears of each interruption of the stream. */
    void onStreamTrouble(Consumer<String> hearer) {
        if (stream != null) {
            stream.onTrouble(hearer);
        }
    }

    /** Waits for a slow network, if the next frame may. */
    void awaitRoom() {
        if (stream != null) {
            stream.awaitRoom();
        }
    }

    /** Ends the stream, and waits for what is being saved, each with this deadline at most. */
    void close(long timeoutNs) {
        if (stream != null) {
            stream.close(timeoutNs);
        }
        if (replay != null) {
            replay.close(timeoutNs);
        }
    }
}
