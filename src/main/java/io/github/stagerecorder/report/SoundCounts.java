package io.github.stagerecorder.report;

/**
 * The counts so far of a recording's sound, in sample frames. Immutable.
 *
 * @param written what the application has written
 * @param recorded the sound that the encoder has taken
 * @param silence the silence that the encoder has taken in place of sound
 */
public record SoundCounts(long written, long recorded, long silence, Drops drops) {
    /** There is no sound. */
    public static final SoundCounts NONE = new SoundCounts(0, 0, 0, new Drops(0, 0, 0, 0, 0));

    /**
     * What was written and is not recorded, by cause.
     *
     * @param overflow there was no room
     * @param cut other sound or silence is there already, or no frame is
     * @param paused written during a pause, or before the first frame in real time
     * @param failed written after the recording had failed
     * @param closed written after the end
     */
    public record Drops(long overflow, long cut, long paused, long failed, long closed) {
        /** Returns the total. */
        public long total() {
            return overflow + cut + paused + failed + closed;
        }
    }
}
