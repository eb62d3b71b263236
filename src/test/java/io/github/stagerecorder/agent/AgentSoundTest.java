package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.gstreamer.SomePlugins;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.recording.SystemSound;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A program plays a tone by OpenAL, and another program another one. */
@EnabledOnOs(OS.LINUX)
class AgentSoundTest extends OnScreen {
    private static final int RATE_HZ = 48_000;
    private static final int PLAYED_HZ = 440; // by SoundShow
    private static final int FOREIGN_HZ = 3000;
    private static final int MOST_PLAYED_S = 60;

    @Test
    void shouldRecordTheSoundOfTheProgramAndNoOther() throws Exception {
        Path clips = folder.resolve("clips");
        try (SystemSound system = new SystemSound(folder, RATE_HZ)) {
            playForeignTone(system);
            try (AgentProcess show = start(Map.of("PULSE_SERVER", system.address()), clips)) {
                show.await("1 fps"); // the file has begun
                Thread.sleep(4000);
                show.end();
                Path file = AgentProcess.files(clips).get(0);
                DecodedSound sound = DecodedSound.of(file);
                float[] last = lastSecond(sound);
                double played = level(last, PLAYED_HZ, sound.rateHz());
                double foreign = level(last, FOREIGN_HZ, sound.rateHz());
                assertTrue(played > 0.05, played + show.printed());
                assertTrue(foreign < played / 100, foreign + " beside " + played);
                double videoS = DecodedVideo.of(file).info().packetNs().size() / 60.0;
                assertTrue(sound.endS() > 0.5 * videoS, sound.endS() + " of " + videoS);
            }
        }
    }

    @Test
    void shouldSayWhyTheFilesAreSilent() throws Exception {
        Map<String, String> nothing =
                Map.of("PULSE_SERVER", "", "XDG_RUNTIME_DIR", folder.toString(), "ALSOFT_DRIVERS", "null");
        Path clips = folder.resolve("clips");
        try (AgentProcess show = start(nothing, clips)) {
            show.await("the files are silent: no PulseAudio or PipeWire runs here");
            show.awaitFiles(clips, 1);
            show.end();
        }
        Path file = AgentProcess.files(clips).get(0);
        assertThrows(NoSuchElementException.class, () -> DecodedSound.of(file), "it has sound");
    }

    /** Nothing is left out for the sound. */
    @Test
    void shouldRecordSilentFilesWhereTheirSoundHasNoEncoder() throws Exception {
        SomePlugins plugins = new SomePlugins(Files.createDirectory(folder.resolve("plugins")));
        plugins.see("mp4mux", "h264parse", "x264enc", "audioconvert", "audioresample");
        Path clips = folder.resolve("clips");
        try (SystemSound system = new SystemSound(folder, RATE_HZ)) {
            Map<String, String> environment = new HashMap<>(plugins.environment());
            environment.put("PULSE_SERVER", system.address());
            try (AgentProcess show = start(environment, clips)) {
                show.await("the files are silent: ");
                show.awaitFiles(clips, 1);
                show.end();
                assertTrue(show.printed().contains("avenc_aac"), show::printed);
            }
        }
        Path file = AgentProcess.files(clips).get(0);
        assertThrows(NoSuchElementException.class, () -> DecodedSound.of(file), "it has sound");
    }

    private AgentProcess start(Map<String, String> environment, Path clips) throws IOException {
        String classPath = AgentProcess.classPath() + File.pathSeparator + openAl();
        List<String> program = List.of("-cp", Shows.compiled("SoundShow", classPath, folder), "SoundShow");
        return AgentProcess.start(screen, environment, "out=" + clips, program);
    }

    private static String openAl() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/agent-programs/openal"))) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Until the player ends. */
    private static void playForeignTone(SystemSound system) {
        ShortBuffer tone = ShortBuffer.allocate(RATE_HZ * MOST_PLAYED_S);
        for (int i = 0; i < tone.limit(); i++) {
            tone.put(i, (short) (8000 * Math.sin(2 * Math.PI * FOREIGN_HZ * i / RATE_HZ)));
        }
        Thread player = new Thread(() -> {
            try {
                system.play(tone);
            } catch (UncheckedIOException e) {
                // The player has ended.
            }
        });
        player.setDaemon(true);
        player.start();
    }

    /** Its very end may be silence, which is filled in where nothing came any more. */
    private static float[] lastSecond(DecodedSound sound) {
        float[] all = sound.samples();
        int end = all.length - sound.rateHz() / 2;
        return Arrays.copyOfRange(all, end - sound.rateHz(), end);
    }

    /** Returns the amplitude of one frequency. */
    private static double level(float[] samples, double frequencyHz, int rateHz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < samples.length; i++) {
            cosine += samples[i] * Math.cos(2 * Math.PI * frequencyHz * i / rateHz);
            sine += samples[i] * Math.sin(2 * Math.PI * frequencyHz * i / rateHz);
        }
        return 2 * Math.hypot(cosine, sine) / samples.length;
    }
}
