package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.StageRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.Registry;

/** A folder with a few of GStreamer's plugins, for processes that see no others. */
public final class SomePlugins {
    private static final List<String> NEEDED =
            List.of("appsrc", "capsfilter", "videoconvert", "videoscale", "videotestsrc");

    private final Path folder;

    public SomePlugins(Path folder) {
        assertTrue(StageRecorder.isAvailable());
        this.folder = folder;
    }

    /** Adds what every recording needs, and these. */
    public void see(String... factories) throws IOException {
        for (String factory : NEEDED) {
            copyPlugin(factory);
        }
        for (String factory : factories) {
            copyPlugin(factory);
        }
    }

    private void copyPlugin(String factory) throws IOException {
        String plugin = ElementFactory.find(factory).getPluginName();
        Path file = Path.of(Registry.get().findPlugin(plugin).getFilename());
        Path copy = folder.resolve(file.getFileName());
        if (!Files.exists(copy)) {
            Files.copy(file, copy); // not a link, which Windows lets few users make
        }
    }

    /** Returns what makes a process see them alone, if nothing else in its environment is GStreamer's. */
    public Map<String, String> environment() {
        String registry = folder.resolve("registry.bin").toString();
        return Map.of("GST_PLUGIN_SYSTEM_PATH_1_0", folder.toString(), "GST_REGISTRY_1_0", registry);
    }
}
