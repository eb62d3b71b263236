package io.github.stagerecorder.frame;

/** The encoder's input for sound. The file's sound begins with sample frame 0, at the time of its first picture. */
public interface SoundSink {
    /**
     * Pushes a block of sample frames, in the recording's sound format. It copies them into one GStreamer buffer by one
     * native call, allocates nothing on the heap, and never waits. Blocks follow each other: {@code firstSampleFrame}
     * is where the block before ended. One thread at a time may call it.
     *
     * @param address where the block lies in native memory; it may be reused after the call
     * @param sampleFrames the number of sample frames; 0 pushes nothing
     * @param firstSampleFrame the index of the block's first sample frame in the file, from which its times are computed
     * @return false if nothing was taken: the recording has failed or is ending, or too much sound waits inside
     */
    boolean push(long address, int sampleFrames, long firstSampleFrame);
}
