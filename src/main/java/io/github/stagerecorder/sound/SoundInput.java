package io.github.stagerecorder.sound;

import java.nio.Buffer;

/** Takes the sound that an application writes. Any thread may call it, and it allocates nothing. */
public interface SoundInput {
    /**
     * Takes sound, and does not change the buffer.
     *
     * @param samples what remains in it is whole sample frames
     * @param count the number of sample frames
     * @param timeNs the caller's time of the first one, where that is the clock
     * @return how many were settled: all, unless there was no room
     */
    int write(Buffer samples, int count, long timeNs);

    /** Returns how many sample frames the frames so far still need. */
    int due();
}
