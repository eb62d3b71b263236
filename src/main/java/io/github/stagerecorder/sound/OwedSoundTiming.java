package io.github.stagerecorder.sound;

/** Sound of which the frames of the video say how much is owed. */
abstract class OwedSoundTiming implements SoundTiming {
    final OwedSound owed; // each frame sets it

    OwedSoundTiming(int rateHz) {
        owed = new OwedSound(rateHz);
    }

    @Override
    public final long owed() {
        return owed.now();
    }

    @Override
    public final long overdue() {
        return owed.overdue();
    }

    @Override
    public final long end(long reachedNs) {
        return owed.now();
    }
}
