package io.github.stagerecorder.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads what records. Its class loaders see the JDK and the agent's own jars: nothing of the program, as the program
 * sees nothing of them. So neither minds what versions of a library the other has.
 *
 * <p>The nested jars are modules of a layer, so that they alone can be allowed to call native code. Where the program's
 * own modules do not let that layer be, they are on a class path.
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
        ClassLoader libraries = libraries(NestedJars.unpack(Path.of(ours)));
        // It stays open as long as the virtual machine runs.
        ClassLoader loader = new URLClassLoader("stagerecorder-agent", new URL[] {ours.toURL()}, libraries);
        return (Consumer<String>) Class.forName(RECORDING, true, loader)
                .getConstructor(Instrumentation.class)
                .newInstance(instrumentation);
    }

    private static ClassLoader libraries(List<Path> jars) throws IOException {
        ClassLoader jdk = ClassLoader.getPlatformClassLoader();
        try {
            return layer(jars, jdk);
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            List<URL> urls = new ArrayList<>();
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
            return new URLClassLoader("stagerecorder", urls.toArray(URL[]::new), jdk);
        }
    }

    private static ClassLoader layer(List<Path> jars, ClassLoader jdk) {
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        List<String> names = finder.findAll().stream()
                .map(module -> module.descriptor().name())
                .toList();
        ModuleLayer boot = ModuleLayer.boot();
        Configuration resolved = boot.configuration().resolve(finder, ModuleFinder.of(), names);
        return boot.defineModulesWithOneLoader(resolved, jdk).findLoader(names.get(0));
    }
}
