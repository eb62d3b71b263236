package io.github.stagerecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.choice.StuckEncoder;
import io.github.stagerecorder.gstreamer.SomePlugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The preflight report where plugins are missing, from a process that sees only some of them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PreflightPluginsTest {
    private static final String INSTALLER = "winget install gstreamerproject.gstreamer";

    @TempDir
    Path folder;

    private SomePlugins plugins;
    private Path modules; // of GLib's; null for those of the system

    @BeforeEach
    void openFolder() {
        plugins = new SomePlugins(folder);
    }

    @Test
    void shouldFallBackAndNameThePackageOfTheBetterPreset() throws Exception {
        plugins.see("mp4mux", "h264parse", "openh264enc");
        String report = reportOf("stage.mp4");
        assertLine("recording +can start", report);
        assertLine("fails +x264enc .*", report);
        assertLine("opens +openh264enc .*", report);
        assertLine("encoder +openh264enc, .*", report);
        assertLine("warning .*x264enc.* is not installed .*gstreamer1.0-plugins-ugly.*", report);
    }

    @Test
    void shouldGiveTheReasonOfEachWhenNoPresetOpens() throws Exception {
        plugins.see("mp4mux");
        String report = reportOf("stage.mp4");
        assertLine("recording +cannot start", report);
        assertEquals(3, report.lines().filter(line -> line.startsWith("fails")).count(), report);
        assertLine("error .*gstreamer1.0-plugins-ugly.*gstreamer1.0-plugins-bad.*gstreamer1.0-libav.*", report);
    }

    @Test
    void shouldRefuseThePresetWhoseTimesStandStill() throws Exception {
        StuckEncoder.assumeStuck();
        plugins.see("mp4mux", StuckEncoder.NAME);
        String report = reportOf("stage.mp4");
        assertLine("recording +cannot start", report);
        assertLine("error .*" + StuckEncoder.NAME + " .* all its frames have the same time.*", report);
    }

    @Test
    void shouldSayWhatEveryRecordingNeedsAndLookAtTheFileAllTheSame() throws Exception {
        String report = reportOf("none/stage.mp4");
        assertLine("gstreamer +cannot be used", report);
        assertLine("error .*appsrc is not installed.*gstreamer1.0-plugins-base.*", report);
        assertLine("error .*the folder .* does not exist", report);
    }

    @Test
    void shouldNameThePackagesOfTheSoundEncodersWhenThereAreNone() throws Exception {
        plugins.see("mp4mux", "h264parse", "x264enc", "audioconvert", "audioresample");
        String report = reportOf("stage.mp4", "2");
        assertLine("recording +cannot start", report);
        assertLine("error .*avenc_aac of .* is not installed.*gstreamer1.0-libav.*", report);
        assertLine("recording +can start", reportOf("silent.mp4"));
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://127.0.0.1/live/key, rtmp2sink, gstreamer1.0-plugins-bad, flvmux",
        "srt://127.0.0.1:9000, mpegtsmux, gstreamer1.0-plugins-bad, matroskamux",
        "rtsp://127.0.0.1/live, rtspclientsink, gstreamer1.0-rtsp, h264parse"
    })
    void shouldNameThePackageOfTheSinkThatAStreamNeeds(String address, String sink, String name, String there)
            throws Exception {
        plugins.see("matroskamux", "x264enc", there);
        String report = report(address);
        assertLine("recording +cannot start", report);
        assertLine(
                "error .*a stream by \\w+ needs more: the GStreamer element " + sink + " is not installed .*" + name
                        + ".*",
                report);
    }

    /** Where there is none, the sink itself hangs. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "one installer has all")
    void shouldNameThePackageOfThePayloaders() throws Exception {
        plugins.see("x264enc", "rtspclientsink");
        String report = report("rtsp://127.0.0.1/live");
        assertLine("recording +cannot start", report);
        assertLine("error .*the GStreamer element rtph264pay is not installed .*gstreamer1.0-plugins-good.*", report);
    }

    @ParameterizedTest
    @CsvSource({
        "rtmps://127.0.0.1/live/key, rtmp2sink flvmux",
        "RTSPS://127.0.0.1/live, rtspclientsink rtph264pay rtpbin"
    })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "one installer has all")
    void shouldNameThePackageThatEncrypts(String address, String there) throws Exception {
        plugins.see("matroskamux", "x264enc", "h264parse");
        plugins.see(there.split(" "));
        assertLine("recording +can start", report(address));
        modules = Files.createDirectory(folder.resolve("none"));
        String report = report(address);
        assertLine("recording +cannot start", report);
        assertLine("error .*a stream by \\w+ needs more: GLib's TLS is not installed .*glib-networking.*", report);
    }

    /** @param sound nothing, or a number of channels */
    private String reportOf(String file, String... sound) throws Exception {
        return report(folder.resolve(file).toString(), sound);
    }

    private String report(String to, String... sound) throws Exception {
        ProcessBuilder program = ChildJvm.of(PrintPreflight.class, to);
        program.command().addAll(List.of(sound));
        program.environment().keySet().removeIf(name -> name.startsWith("GST_"));
        program.environment().putAll(plugins.environment());
        if (modules != null) {
            program.environment().put("GIO_MODULE_DIR", modules.toString());
        }
        Process process = program.start();
        String report = ChildJvm.printed(process);
        assertEquals(0, process.waitFor(), report);
        return report;
    }

    /** Where Debian has packages of plugins, Windows has one installer of all. */
    private static void assertLine(String pattern, String report) {
        String here = OS.WINDOWS.isCurrentOs() ? pattern.replaceAll("gstreamer1.0-\\w+(-\\w+)?", INSTALLER) : pattern;
        Pattern line = Pattern.compile("^" + here + "$", Pattern.MULTILINE);
        assertTrue(line.matcher(report).find(), () -> here + " is not in:\n" + report);
    }
}
