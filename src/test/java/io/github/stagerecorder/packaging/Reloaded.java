package io.github.stagerecorder.packaging;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@link RecordOnce} in one class loader after another, as a server or a game with mods does. LWJGL belongs to the
 * host and is shared; the recorder and all that it needs are in each of them.
 */
final class Reloaded {
    private Reloaded() {}

    /** @param arguments the files */
    public static void main(String[] arguments) throws Exception {
        List<URL> shared = new ArrayList<>();
        List<URL> reloaded = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            (Path.of(entry).getFileName().toString().startsWith("lwjgl") ? shared : reloaded)
                    .add(Path.of(entry).toUri().toURL());
        }
        ClassLoader host = new URLClassLoader(shared.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        for (String file : arguments) {
            new URLClassLoader(reloaded.toArray(URL[]::new), host)
                    .loadClass(RecordOnce.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {file});
        }
        System.exit(0);
    }
}
