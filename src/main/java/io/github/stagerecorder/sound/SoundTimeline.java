package io.github.stagerecorder.sound;

import io.github.stagerecorder.frame.Timeline;

/** A timeline that tells the sound what happens to the frames' time. */
public final class SoundTimeline implements Timeline {
    private final Timeline frames;
    private final SoundTrack sound;
    private long askedNs;

    public SoundTimeline(Timeline frames, SoundTrack sound) {
        this.frames = frames;
        this.sound = sound;
    }

    @Override
    public long nextPtsNs(long callerTimeNs) {
        askedNs = callerTimeNs;
        return frames.nextPtsNs(callerTimeNs);
    }

    @Override
    public void advance() {
        frames.advance();
        sound.timing().frame(askedNs);
    }

    @Override
    public void pause() {
        frames.pause();
        sound.pause();
    }

    @Override
    public void resume() {
        frames.resume();
        sound.resume();
    }

    @Override
    public void restart() {
        frames.restart();
        sound.timing().restart();
    }

    @Override
    public long reachedNs() {
        return frames.reachedNs();
    }
}
