package io.github.stagerecorder;

import io.github.stagerecorder.settings.EncoderOptions;
import io.github.stagerecorder.settings.ReadOptions;
import java.util.Objects;

/**
 * How pixels travel from the framebuffer to the encoder, for those who measure. By default a recorder tries what there is
 * at the start and takes what costs the render thread least.
 *
 * <p>Not for use by several threads at a time.
 */
public final class Tuning {
    private ReadStrategy readStrategy;
    private ReadFormat readFormat;
    private Convert convert = Convert.AUTO;
    private Flip flip = Flip.AUTO;
    private String pixelFormat;

    Tuning() {}

    /**
     * How pixels are read back. Without it a few reads at the start decide, by what they cost the render thread.
     *
     * @see Stats#readStrategy
     */
    public Tuning readStrategy(ReadStrategy newReadStrategy) {
        readStrategy = Objects.requireNonNull(newReadStrategy, "readStrategy");
        return this;
    }

    /** In which order of channels pixels are read. Without it a few reads at the start decide. */
    public Tuning readFormat(ReadFormat newReadFormat) {
        readFormat = Objects.requireNonNull(newReadFormat, "readFormat");
        return this;
    }

    /**
     * What makes the pipeline's pixels of the stage's; {@link Convert#AUTO}, the default, is the least work. One that
     * cannot make what the pipeline takes is refused at the start.
     */
    public Tuning convert(Convert newConvert) {
        convert = Objects.requireNonNull(newConvert, "convert");
        return this;
    }

    /**
     * What turns the picture the right way up where the pipeline takes the stage's own pixels; {@link Flip#AUTO}, the
     * default, is the least work. Where they are converted they are turned on the way, and this has no meaning.
     */
    public Tuning flip(Flip newFlip) {
        flip = Objects.requireNonNull(newFlip, "flip");
        return this;
    }

    /**
     * The format that the pipeline is given, by GStreamer's name, such as {@code NV12}. Without it the pipeline is asked;
     * one that begins with a {@code videoconvert} of its own hides what its encoder takes.
     *
     * @throws IllegalArgumentException if it is no single word
     */
    public Tuning pixelFormat(String format) {
        if (format == null || !format.matches("\\w+")) {
            throw new IllegalArgumentException("pixelFormat \"" + format + "\" is no name of a format");
        }
        pixelFormat = format;
        return this;
    }

    ReadOptions readOptions() {
        return new ReadOptions(readStrategy, readFormat == null ? null : readFormat.pixelFormat(), flip);
    }

    EncoderOptions encoderOptions(String description, Quality quality) {
        return new EncoderOptions(description, quality, pixelFormat, convert);
    }
}
