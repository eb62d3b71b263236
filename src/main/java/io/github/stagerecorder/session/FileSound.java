package io.github.stagerecorder.session;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.encode.Encoder;
import io.github.stagerecorder.sound.SoundFile;
import io.github.stagerecorder.sound.SoundTrack;

/** The sound of one file, from its first frame to its end. Without sound it does nothing. Any thread may end it. */
final class FileSound {
    private final SoundTrack track; // null if there is no sound
    private final SoundFile file;

    /** Begins. The file before has ended. */
    FileSound(SoundTrack track, Encoder encoder) {
        this.track = track;
        file = new SoundFile(
                encoder.sound(),
                () -> encoder.failure() != null,
                cause -> encoder.fail(new RecordingException(
                        FailureKind.STREAM, "the sound cannot be recorded: " + cause.getMessage(), cause)));
        if (track != null) {
            track.begin(file);
        }
    }

    /** Ends where the video does, before the encoder does. */
    void end(long reachedNs) {
        if (track != null) {
            track.end(file, reachedNs);
        }
    }
}
