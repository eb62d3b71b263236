package io.github.stagerecorder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** Collects the options of a {@link RecordingSwitch}. It must not be used by several threads at a time. */
public final class SwitchBuilder {
    private final Path folder;
    private String extension = ".mp4";
    private Consumer<RecorderBuilder> options = builder -> {};
    private Duration replay; // null if none is kept

    SwitchBuilder(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * Sets the extension of the files, which selects a preset as it does for {@link StageRecorder#builder(Path)}.
     * The default is "mp4".
     */
    public SwitchBuilder format(String newExtension) {
        extension = newExtension.startsWith(".") ? newExtension : "." + newExtension;
        return this;
    }

    /**
     * Keeps the last seconds, as {@link RecorderBuilder#replay(Duration)} does, for {@link RecordingSwitch#saveReplay}:
     * of each recording, and of all frames while the switch is off. The encoder then works all the time. Each time the
     * switch is turned on or off, another encoder begins, and with it another replay: what was before cannot be saved
     * any more.
     */
    public SwitchBuilder replay(Duration last) {
        replay = Objects.requireNonNull(last, "last");
        return this;
    }

    /**
     * Sets the options of all recordings: {@code options(o -> o.frameRate(60).listener(listener, executor))}. They
     * are taken once, in {@link #create}. A recording never replaces a file; {@link RecorderBuilder#overwrite} is
     * for snapshots. {@link Timing#CALLER} and {@link RecorderBuilder#tiled} do not fit a switch. With {@link
     * WhenBehind#WAIT}, {@code frame()} waits for the encoder as {@link StageRecorder#capture()} does.
     */
    public SwitchBuilder options(Consumer<RecorderBuilder> newOptions) {
        options = Objects.requireNonNull(newOptions, "options");
        return this;
    }

    /**
     * Makes the switch, and the folder where it does not exist. Nothing of GL or GStreamer is used yet.
     *
     * @throws IllegalArgumentException if an option is wrong or does not fit a switch, or if the extension has no
     *     preset
     * @throws RecordingException if the folder cannot be made or written
     */
    public RecordingSwitch create() {
        return new RecordingSwitch(SwitchSettings.of(folder, extension, this::choose));
    }

    private void choose(RecorderBuilder builder) {
        if (replay != null) {
            builder.replay(replay);
        }
        options.accept(builder);
    }
}
