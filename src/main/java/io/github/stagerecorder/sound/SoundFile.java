package io.github.stagerecorder.sound;

import io.github.stagerecorder.frame.SoundSink;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A file that takes sound.
 *
 * @param sink its encoder's input
 * @param hasFailed whether its recording has failed, so that nothing is taken any more
 * @param fail ends its recording, because sound cannot be recorded; any thread may call both
 */
public record SoundFile(SoundSink sink, BooleanSupplier hasFailed, Consumer<Throwable> fail) {}
