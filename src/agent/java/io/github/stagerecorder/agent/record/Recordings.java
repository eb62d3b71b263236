package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.RecordingSwitch;
import io.github.stagerecorder.ResizePolicy;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.SwitchBuilder;
import io.github.stagerecorder.agent.AgentOptions;
import io.github.stagerecorder.agent.Command;
import io.github.stagerecorder.agent.weave.Toolkit;
import io.github.stagerecorder.agent.weave.Weaver;
import java.lang.System.Logger.Level;
import java.lang.instrument.Instrumentation;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The recordings of a program's surfaces. It takes the agent's options and commands, on any thread. */
public final class Recordings implements Consumer<String> {
    private static final long PATIENCE_S = 10;

    private final Instrumentation instrumentation;
    private final List<SurfaceRecording> present = new CopyOnWriteArrayList<>();
    private final AtomicBoolean loading = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(body -> {
        Thread thread = new Thread(body, "stagerecorder-agent");
        thread.setDaemon(true);
        return thread;
    });
    private final ProgramSound sound = new ProgramSound(new SoundListener());
    private volatile AgentOptions options; // null before the first ones
    private volatile boolean isSwapSeen;

    public Recordings(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Takes what stands behind the agent's jar, or what was sent to the running program. */
    @Override
    public synchronized void accept(String words) {
        AgentOptions given = AgentOptions.parse(words);
        boolean isFirst = options == null;
        boolean hasOptions = isFirst || words != null && words.contains("=");
        if (hasOptions) { // without options, the present ones stay
            options = given;
            present.forEach(SurfaceRecording::renew);
            if (loading.get()) {
                timer.execute(this::checkSound);
            }
        }
        obey(given.command(), hasOptions);
        if (isFirst) {
            begin();
        }
    }

    private void begin() {
        try {
            Weaver weaver = new Weaver(instrumentation, toolkits(), this::load, Recordings::tellUnjoined);
            weaver.begin();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this virtual machine lets no agent in: " + e, e);
        }
        timer.schedule(this::tellSilence, PATIENCE_S, TimeUnit.SECONDS);
    }

    private List<Toolkit> toolkits() {
        Swt swt = new Swt(this);
        List<Toolkit> all = new ArrayList<>(List.of(
                new Glfw(this), new Sdl(this), new Lwjgl2(this), new Jogl(this, swt), new AwtCanvas(this), swt));
        all.add(new WindowSystem(this, swt, all));
        all.add(new OpenAl(this::soundBegins));
        return all;
    }

    private void obey(Command command, boolean hasOptions) {
        switch (command) {
            case START -> turn(!hasOptions || options.replay() == null || options.startsNow());
            case STOP -> turn(false);
            case REPLAY -> saveReplays();
            default -> {} // windows begin as the options say
        }
    }

    /** The program opens its sound, and does not wait. */
    private void soundBegins() {
        sound.begun();
        timer.execute(this::checkSound);
    }

    /** Switches that were made without sound get it with their next recording. */
    private void checkSound() {
        boolean wasRecorded = sound.isRecorded();
        sound.check(options);
        if (wasRecorded != sound.isRecorded()) {
            present.forEach(SurfaceRecording::renew);
        }
    }

    /** Turns every window on or off, those too that are still to come. */
    private void turn(boolean on) {
        options = options.starting(on);
        present.forEach(each -> each.turn(on));
    }

    private void saveReplays() {
        if (options.replay() == null) {
            AgentLog.always(Level.WARNING, "no replay is kept: tell the agent start,replay=SECONDS first");
        } else {
            present.forEach(SurfaceRecording::saveReplay);
        }
    }

    /** The program loads a toolkit, and has thus begun: what takes longest at a recording's start can be done now. */
    private void load() {
        if (loading.compareAndSet(false, true)) {
            timer.execute(this::checkSound);
            timer.execute(StageRecorder::unavailabilityCause); // which the first recording tells
        }
    }

    private static void tellUnjoined(String className, Throwable why) {
        AgentLog.once(Level.WARNING, className + " cannot be joined, and its windows are not recorded", why);
    }

    private void tellSilence() {
        if (!isSwapSeen) {
            AgentLog.once(
                    Level.WARNING,
                    "no OpenGL swap was seen in " + PATIENCE_S + " s: the program shows nothing yet, or does it in a"
                            + " way that the agent does not know");
        }
    }

    AgentOptions options() {
        return options;
    }

    /** Returns whether the program has loaded a class. */
    boolean isLoaded(String className) {
        return Arrays.stream(instrumentation.getAllLoadedClasses())
                .anyMatch(type -> type.getName().equals(className));
    }

    /** Returns the recording of a surface that swaps for the first time. */
    SurfaceRecording add(Surface surface) {
        isSwapSeen = true;
        SurfaceRecording added = new SurfaceRecording(this, surface, options.startsNow());
        present.add(added);
        return added;
    }

    /** Ends a recording, before its surface goes. */
    void end(SurfaceRecording ended) {
        present.remove(ended);
        ended.end();
    }

    /** A key was pressed in the window of this recording. */
    void keyPressed(SurfaceRecording recording) {
        if (options.replay() != null) {
            recording.saveReplay();
        } else {
            recording.toggle();
        }
    }

    /** Returns what ends a recording by itself; null if nothing does. */
    LengthLimit newLimit(Runnable stop) {
        Duration length = options.length();
        return length == null ? null : new LengthLimit(timer, length, stop);
    }

    ProgramSound sound() {
        return sound;
    }

    /** @param limit null if there is none */
    RecordingSwitch newSwitch(BoundFramebuffer framebuffer, LengthLimit limit, boolean hasSound) {
        AgentOptions chosen = options;
        SwitchBuilder builder = RecordingSwitch.into(chosen.folder()).format(chosen.format());
        if (chosen.replay() != null) {
            builder.replay(chosen.replay());
        }
        return builder.options(recorder -> {
                    choose(recorder, chosen, framebuffer, limit);
                    if (hasSound) {
                        recorder.audio(SoundServer.RATE_HZ, SoundServer.CHANNELS, SoundServer.FORMAT);
                    }
                })
                .create();
    }

    private static void choose(
            RecorderBuilder recorder, AgentOptions chosen, BoundFramebuffer framebuffer, LengthLimit limit) {
        recorder.framebuffer(framebuffer)
                .frameRate(chosen.fps())
                .quality(Quality.valueOf(chosen.quality().toUpperCase(Locale.ROOT)))
                .onResize(chosen.newFiles() ? ResizePolicy.NEW_FILE : ResizePolicy.SCALE);
        if (limit != null) {
            recorder.listener(limit, Runnable::run);
        }
    }

    private final class SoundListener implements ProgramSound.Listener {
        @Override
        public boolean isListening() {
            return present.stream().anyMatch(SurfaceRecording::takesSound);
        }

        @Override
        public void hear(ByteBuffer samples) {
            present.forEach(each -> each.hear(samples.duplicate()));
        }
    }
}
