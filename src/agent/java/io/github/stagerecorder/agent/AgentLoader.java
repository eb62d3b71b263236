package io.github.stagerecorder.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads what records. Its class loader sees the JDK and the agent's own jars: nothing of the program, as the program
 * sees nothing of it. So neither minds what versions of a library the other has.
 */
final class AgentLoader {
    private static final String RECORDING = "io.github.stagerecorder.agent.record.Recordings";

    private AgentLoader() {}

    @SuppressWarnings("unchecked") // as the class is declared
    static Consumer<String> load(Instrumentation instrumentation)
            throws IOException, URISyntaxException, ReflectiveOperationException {
        URI ours = AgentLoader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        List<URL> urls = new ArrayList<>(List.of(ours.toURL()));
        for (Path jar : NestedJars.unpack(Path.of(ours))) {
            urls.add(jar.toUri().toURL());
        }
        // It stays open as long as the virtual machine runs.
        ClassLoader loader =
                new URLClassLoader("stagerecorder", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return (Consumer<String>) Class.forName(RECORDING, true, loader)
                .getConstructor(Instrumentation.class)
                .newInstance(instrumentation);
    }
}
