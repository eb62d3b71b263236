package io.github.stagerecorder;

import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.sound.SoundInput;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * The sound of a recording, as the application makes it: interleaved samples in the format of
 * {@link RecorderBuilder#audio}. A sample frame is one sample of each channel.
 *
 * <p>The {@link Timing} says where the sound belongs in the file:
 *
 * <ul>
 *   <li>{@link Timing#REAL_TIME}: the last sample of a block belongs to the moment in which it is written. The sound's
 *       own clock is followed. Sound may come in bursts of up to half a second.
 *   <li>{@link Timing#FRAME_BY_FRAME}: each frame owes an exact number of sample frames, and {@link #samplesDue} tells
 *       how many are missing. {@code audio.write(...)} after each {@code capture()} is in step.
 *   <li>{@link Timing#CALLER}: the application gives the time of each block, by the clock of its frames.
 * </ul>
 *
 * <p>No frame waits for sound. Where sound is missing there is silence, and sound that has no place is cut.
 * {@link Stats#sound} counts both. What is written during a pause is discarded, but frame by frame it
 * still takes what the frames before the pause owe. What is written after the end is discarded too. The track of a
 * {@link RecordingSwitch} serves all its recordings.
 *
 * <p>Any thread may call these methods. They allocate nothing, and do not change a buffer, whose remaining samples they
 * read. They throw only for a call that can never be right.
 */
public final class AudioTrack {
    private final SoundInput track;
    private final SoundFormat format;
    private final Timing timing;

    AudioTrack(SoundInput track, SoundFormat format, Timing timing) {
        this.track = track;
        this.format = format;
        this.timing = timing;
    }

    /**
     * Writes samples of {@link SampleFormat#S16}. In real time it never waits. Otherwise, under {@link WhenBehind#WAIT},
     * it waits while there is no room, for at most {@link RecorderBuilder#stallTimeout}: there is room for a second, and
     * for all frames that wait for the encoder. Between two files of {@link ResizePolicy#NEW_FILE} it waits for the next
     * one. When the recording has failed, it returns at once.
     *
     * @param samples whole sample frames
     * @return how many sample frames were taken care of, which is all of them unless there was no room, or the recording
     *     has failed or ended; {@link Stats#sound} tells what became of them
     * @throws IllegalArgumentException if the format is another one, or the last sample frame is not whole
     * @throws IllegalStateException if the timing is {@link Timing#CALLER}
     */
    public int write(ShortBuffer samples) {
        requireTimed(false);
        requireFormat(SampleFormat.S16, "ShortBuffer");
        return write(samples, Short.BYTES, 0);
    }

    /**
     * Writes samples of {@link SampleFormat#F32}, as {@link #write(ShortBuffer)} does. What is beyond -1 and 1 is
     * recorded as the encoder records it, and what is not a number as silence.
     *
     * @return as {@link #write(ShortBuffer)} does
     * @throws IllegalArgumentException as {@link #write(ShortBuffer)} does
     * @throws IllegalStateException if the timing is {@link Timing#CALLER}
     */
    public int write(FloatBuffer samples) {
        requireTimed(false);
        requireFormat(SampleFormat.F32, "FloatBuffer");
        return write(samples, Float.BYTES, 0);
    }

    /**
     * Writes samples of the recording's format, as {@link #write(ShortBuffer)} does. They are in the machine's byte
     * order, whatever order the buffer has.
     *
     * @return as {@link #write(ShortBuffer)} does
     * @throws IllegalArgumentException if the last sample frame is not whole
     * @throws IllegalStateException if the timing is {@link Timing#CALLER}
     */
    public int write(ByteBuffer samples) {
        requireTimed(false);
        return write((Buffer) samples, 1, 0);
    }

    /**
     * Writes samples of {@link SampleFormat#S16} that belong to a time. Requires {@link Timing#CALLER}. Blocks whose
     * times are within 20 ms of each other are continuous. A longer gap becomes silence, and what overlaps is cut.
     *
     * <p>A block that is more than two seconds ahead of the newest frame, or further where there is more room, has a wrong
     * time. It is cut, and the blocks behind it have their place. Where times go back, blocks are cut until their times
     * are past the sound before. The first block that is cut as a whole is logged, as {@link Trouble#SOUND}.
     *
     * @param timeNs the time of the first sample, by the clock of {@link StageRecorder#capture(long)}
     * @return as {@link #write(ShortBuffer)} does
     * @throws IllegalArgumentException as {@link #write(ShortBuffer)} does
     * @throws IllegalStateException if the timing is not {@link Timing#CALLER}
     */
    public int write(ShortBuffer samples, long timeNs) {
        requireTimed(true);
        requireFormat(SampleFormat.S16, "ShortBuffer");
        return write(samples, Short.BYTES, timeNs);
    }

    /**
     * Writes samples of {@link SampleFormat#F32} that belong to a time, as {@link #write(ShortBuffer, long)} does.
     *
     * @return as {@link #write(ShortBuffer)} does
     * @throws IllegalArgumentException as {@link #write(ShortBuffer)} does
     * @throws IllegalStateException if the timing is not {@link Timing#CALLER}
     */
    public int write(FloatBuffer samples, long timeNs) {
        requireTimed(true);
        requireFormat(SampleFormat.F32, "FloatBuffer");
        return write(samples, Float.BYTES, timeNs);
    }

    /**
     * Writes samples of the recording's format that belong to a time, as {@link #write(ShortBuffer, long)} does.
     *
     * @return as {@link #write(ShortBuffer)} does
     * @throws IllegalArgumentException if the last sample frame is not whole
     * @throws IllegalStateException if the timing is not {@link Timing#CALLER}
     */
    public int write(ByteBuffer samples, long timeNs) {
        requireTimed(true);
        return write((Buffer) samples, 1, timeNs);
    }

    /**
     * Returns how many sample frames are missing for the frames that were captured so far. Requires
     * {@link Timing#FRAME_BY_FRAME}. Sound that comes when the video is two frames and two seconds ahead is too late:
     * silence has taken its place, and it is not due any more. During a pause it is what the frames before the pause
     * still owe. It is 0 when the recording has failed or ended.
     *
     * @throws IllegalStateException if the timing is not {@link Timing#FRAME_BY_FRAME}
     */
    public int samplesDue() {
        if (timing != Timing.FRAME_BY_FRAME) {
            throw new IllegalStateException("samplesDue, but the timing is " + timing + ": it is for FRAME_BY_FRAME");
        }
        return track.due();
    }

    private void requireFormat(SampleFormat given, String buffer) {
        if (format.sampleFormat() != given) {
            throw new IllegalArgumentException(
                    "write(" + buffer + "), but the sound is " + format.sampleFormat() + " by audio(...)");
        }
    }

    private int write(Buffer samples, int unitBytes, long timeNs) {
        long sizeBytes = (long) samples.remaining() * unitBytes;
        if (sizeBytes % format.bytesPerSampleFrame() != 0) {
            throw new IllegalArgumentException(
                    "write of " + sizeBytes + " bytes: a sample frame of " + format.channels()
                            + " channels of " + format.sampleFormat() + " has " + format.bytesPerSampleFrame()
                            + " bytes, and the last one is not whole");
        }
        return track.write(samples, (int) (sizeBytes / format.bytesPerSampleFrame()), timeNs);
    }

    private void requireTimed(boolean timed) {
        if (timed != (timing == Timing.CALLER)) {
            throw new IllegalStateException("write" + (timed ? "(samples, timeNs)" : "(samples) without a time")
                    + ", but the timing is " + timing + ": use write" + (timed ? "(samples)" : "(samples, timeNs)"));
        }
    }
}
