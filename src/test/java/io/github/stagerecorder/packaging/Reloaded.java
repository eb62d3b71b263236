package io.github.stagerecorder.packaging;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Runs {@link RecordOnce} in several class loaders, as a server or a game with mods does. LWJGL belongs to the host and is
 * shared; the recorder and all that it needs are in each of them.
 */
final class Reloaded {
    private Reloaded() {}

    /** @param arguments {@code in-turn} or {@code at-once}, and a file for each class loader */
    public static void main(String[] arguments) throws Exception {
        List<URL> shared = new ArrayList<>();
        List<URL> reloaded = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            (Path.of(entry).getFileName().toString().startsWith("lwjgl") ? shared : reloaded)
                    .add(Path.of(entry).toUri().toURL());
        }
        ClassLoader host = new URLClassLoader(shared.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        List<FutureTask<Object>> recordings = new ArrayList<>();
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            FutureTask<Object> recording =
                    new FutureTask<>(() -> record(new URLClassLoader(reloaded.toArray(URL[]::new), host), file));
            recordings.add(recording);
            new Thread(recording).start();
            if (arguments[0].equals("in-turn")) {
                recording.get();
            }
        }
        for (FutureTask<Object> recording : recordings) {
            recording.get();
        }
        System.exit(0);
    }

    private static Object record(ClassLoader loader, String file) throws ReflectiveOperationException {
        return loader.loadClass(RecordOnce.class.getName())
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {file});
    }
}
