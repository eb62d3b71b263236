package io.github.stagerecorder;

import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.ReadOptions;
import io.github.stagerecorder.settings.ReplayOptions;
import io.github.stagerecorder.settings.SoundFormat;
import io.github.stagerecorder.settings.StreamOptions;
import java.util.Objects;

/**
 * Sets how pixels travel from the framebuffer to the encoder, for users who measure. By default the recorder tries the
 * possible ways at the start and uses the one that costs the render thread least.
 *
 * <p>It must not be used by several threads at a time.
 */
public final class Tuning {
    private ReadStrategy readStrategy;
    private ReadFormat readFormat;
    private Convert convert = Convert.AUTO;
    private Flip flip = Flip.AUTO;
    private String pixelFormat;

    Tuning() {}

    /**
     * Sets how pixels are read back. By default a few reads at the start decide, by what they cost the render thread. A
     * start refuses a strategy that the GL context does not support.
     *
     * @see Stats#readStrategy
     */
    public Tuning readStrategy(ReadStrategy newReadStrategy) {
        readStrategy = Objects.requireNonNull(newReadStrategy, "readStrategy");
        return this;
    }

    /** Sets the order of the channels in which pixels are read. By default a few reads at the start decide. */
    public Tuning readFormat(ReadFormat newReadFormat) {
        readFormat = Objects.requireNonNull(newReadFormat, "readFormat");
        return this;
    }

    /**
     * Sets what converts the pixels for the pipeline. The default is {@link Convert#AUTO}. A start refuses a conversion
     * that cannot make the format that the pipeline takes.
     */
    public Tuning convert(Convert newConvert) {
        convert = Objects.requireNonNull(newConvert, "convert");
        return this;
    }

    /**
     * Sets what turns the picture the right way up, where the pipeline takes the pixels unconverted. The default is
     * {@link Flip#AUTO}. Where pixels are converted, the conversion turns them and this option has no effect.
     */
    public Tuning flip(Flip newFlip) {
        flip = Objects.requireNonNull(newFlip, "flip");
        return this;
    }

    /**
     * Sets the format that the pipeline is given, by GStreamer's name, such as {@code NV12}. By default the recorder
     * asks the pipeline; set it for a pipeline that begins with its own {@code videoconvert}, which hides what the
     * encoder takes.
     *
     * @throws IllegalArgumentException if the name is not a single word
     */
    public Tuning pixelFormat(String format) {
        if (format == null || !format.matches("\\w+")) {
            throw new IllegalArgumentException("pixelFormat \"" + format + "\" is not the name of a format");
        }
        pixelFormat = format;
        return this;
    }

    ReadOptions readOptions(FramebufferChoice framebuffer) {
        return new ReadOptions(framebuffer, readStrategy, readFormat == null ? null : readFormat.pixelFormat(), flip);
    }

    EncoderOptions encoderOptions(
            String description,
            Quality quality,
            boolean constantRate,
            SoundFormat sound,
            ReplayOptions replay,
            StreamOptions stream) {
        return new EncoderOptions(description, quality, pixelFormat, convert, constantRate, sound, replay, stream);
    }
}
