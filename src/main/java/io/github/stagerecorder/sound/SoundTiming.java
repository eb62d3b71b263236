package io.github.stagerecorder.sound;

import java.nio.Buffer;

/**
 * Where written sound belongs. Positions are sample frames of all files of a recording, one behind the other. The
 * threads are those of the methods: the capturing thread, a writing one, and one that feeds the encoder.
 */
interface SoundTiming {
    /** A frame of video was due, whether it is recorded or not. Capturing thread; it allocates nothing. */
    void frame(long callerTimeNs);

    /** The next frame begins another file. Capturing thread. */
    void restart();

    /** Sound belongs to the file no more. The writers wait. */
    void pause();

    /** Sound belongs to the file again. The writers wait. */
    void resume();

    /** Returns the position until which the frames need sound. Any thread. */
    long owed();

    /** Returns the position until which sound that is still missing is replaced by silence. Any thread. */
    long overdue();

    /** Returns the position at which the file ends. The writers wait, and no frame is captured. */
    long end(long reachedNs);

    /**
     * Takes what there is room for. One writer at a time.
     *
     * @param first how many sample frames of the buffer to leave out
     * @param timeNs the caller's time of the first sample frame, where that is the clock
     * @return how many sample frames are settled, whether they are taken or not
     */
    int write(Buffer samples, int first, int count, long timeNs);

    /** Returns how many sample frames are still to be written for the frames so far. One writer at a time. */
    int due();

    /**
     * Puts the sound at a position into the block, or silence if none comes there any more. Feeding thread.
     *
     * @param most how many sample frames to put at most
     * @param isOverdue whether missing sound is replaced by silence
     * @return how many were put; 0 if sound may still come
     */
    int take(SoundBlock block, long position, int most, boolean isOverdue);
}
