package io.github.stagerecorder.jni;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the native module in one class loader after another, as an application does that is reloaded, and prints the
 * files that are mapped then. What is refused is printed too.
 */
final class TellLoaded {
    private static final List<ClassLoader> KEPT = new ArrayList<>();

    private TellLoaded() {}

    /** @param arguments the number of class loaders */
    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            load();
        }
        LoadedFiles.named(System.mapLibraryName("stagerecorder") + ".*")
                .forEach(file -> System.out.println("mapped: " + file));
        System.out.println("end");
    }

    private static void load() throws Exception {
        URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        KEPT.add(loader);
        Class<?> module = loader.loadClass("io.github.stagerecorder.jni.NativeModule");
        try {
            module.getMethod("load").invoke(null);
        } catch (InvocationTargetException e) {
            System.out.println("refused: " + e.getCause().getMessage());
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
