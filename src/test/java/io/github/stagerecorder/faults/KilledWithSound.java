package io.github.stagerecorder.faults;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.pipeline.FlashAndBeep;
import io.github.stagerecorder.settings.SoundFormat;
import java.nio.file.Path;

/** A program that records picture and sound in real time, by a preset, until it is killed. */
public final class KilledWithSound {
    static final String RECORDED = "recorded";

    private KilledWithSound() {}

    /** The argument is the file. */
    public static void main(String[] arguments) throws InterruptedException {
        FlashAndBeep stage =
                new FlashAndBeep(Path.of(arguments[0]), null, new SoundFormat(48_000, 2, SampleFormat.S16));
        stage.record(KilledWithSoundTest.SECONDS * FlashAndBeep.FRAMES_PER_SECOND, true);
        System.out.println(RECORDED);
        Thread.sleep(Long.MAX_VALUE);
    }
}
