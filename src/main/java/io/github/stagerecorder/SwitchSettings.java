package io.github.stagerecorder;

import io.github.stagerecorder.choice.Encoders;
import io.github.stagerecorder.events.Hearer;
import io.github.stagerecorder.events.RecordingEvents;
import io.github.stagerecorder.file.OutputTarget;
import io.github.stagerecorder.log.Log;
import io.github.stagerecorder.session.DatedNames;
import io.github.stagerecorder.settings.Options;
import io.github.stagerecorder.settings.RegionChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What each recording of a switch is made with. Immutable.
 *
 * @param extension with its dot
 * @param options those of the recordings, which never replace a file
 * @param part what is recorded of the framebuffer
 * @param snapshots the options of snapshots, which may replace a file
 * @param hearers makes the one who hears what happens to a recording; null if the user has no listener
 * @param intoFiles false if only a replay is kept
 */
record SwitchSettings(
        DatedNames names,
        String extension,
        Options options,
        RegionChoice part,
        Options snapshots,
        Supplier<Hearer> hearers,
        boolean intoFiles) {
    /**
     * Checks what does not depend on the machine, and makes the folder.
     *
     * @param extension with its dot
     * @param change sets the options of all recordings
     * @throws IllegalArgumentException if an option does not fit a switch
     * @throws RecordingException if the folder cannot be made or written
     */
    static SwitchSettings of(Path folder, String extension, Consumer<RecorderBuilder> change) {
        RecorderBuilder builder = StageRecorder.builder(anyFile(folder, extension));
        change.accept(builder);
        builder.requireConsistent();
        Options snapshots = builder.options();
        Options options = builder.overwrite(false).options();
        if (options.timing() == Timing.CALLER || options.tiled()) {
            throw new IllegalArgumentException((options.tiled() ? "tiled(true)" : "timing(CALLER)")
                    + " does not fit a RecordingSwitch: frame() takes whole frames and no time");
        }
        if (options.encoder().description() == null) {
            Encoders.requirePreset(extension, options.encoder().sound());
        }
        Path absolute = OutputTarget.absolute(folder);
        OutputTarget any = new OutputTarget(anyFile(absolute, extension), true);
        any.requireDefaultFileSystem();
        makeFolder(absolute);
        any.requireWritable();
        return new SwitchSettings(
                new DatedNames(absolute),
                extension,
                options,
                builder.regionChoice(),
                snapshots,
                builder.hearers(),
                true);
    }

    /** Returns whether the last seconds are kept, also while the switch is off. */
    boolean keepsReplay() {
        return options.encoder().replay() != null;
    }

    /** Returns the settings of what is kept while the switch is off. Its listener is told nothing. */
    SwitchSettings ofReplay() {
        Options kept = options.withoutFile(extension.substring(1));
        return new SwitchSettings(names, extension, kept, part, snapshots, () -> null, false);
    }

    private static void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) { // a link to a folder is one
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new RecordingException(
                    FailureKind.OUTPUT, "cannot make the folder " + folder + ": " + OutputTarget.reason(e), e);
        } catch (UnsupportedOperationException e) {
            throw new RecordingException(
                    FailureKind.OUTPUT, "cannot make the folder " + folder + ": its file system makes none", e);
        }
    }

    private static Path anyFile(Path folder, String extension) {
        Path name = folder.getFileSystem().getPath("recording" + extension);
        if (name.getNameCount() != 1) {
            throw new IllegalArgumentException("format(\"" + extension + "\") is not the extension of a name");
        }
        return folder.resolve(name);
    }

    /** Returns a file of which only the extension counts. */
    Path anyFile() {
        return anyFile(names.folder(), extension);
    }

    /**
     * Tells the listener and the log once why nothing was recorded.
     *
     * @param missed how many frames were painted meanwhile
     * @param why null if the recording was stopped before its encoder was open
     */
    void tell(long missed, Throwable why) {
        Hearer listener = hearers.get();
        if (why != null) {
            new RecordingEvents(listener).failed(asRefusal(why));
            return;
        }
        if (!intoFiles) {
            return;
        }
        String message = "no file: stopped before the encoder was open; " + missed + " frames were painted meanwhile";
        Log.line(System.Logger.Level.INFO, message);
        if (listener != null) {
            listener.failed(new RecordingException(FailureKind.NO_FRAMES, message));
        }
    }

    private static RecordingException asRefusal(Throwable why) {
        return why instanceof RecordingException refusal
                ? refusal
                : new RecordingException(
                        why instanceof OutOfMemoryError ? FailureKind.MEMORY : FailureKind.STAGE,
                        String.valueOf(why.getMessage()),
                        why);
    }
}
