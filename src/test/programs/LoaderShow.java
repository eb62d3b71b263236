import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs GlfwShow as launchers do, by class loaders of its own: {@code LoaderShow child-first|layer}. All is on the class
 * path too, but nothing is taken from there. AgentLoadersTest runs it.
 */
final class LoaderShow {
    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

    public static void main(String[] args) throws Exception {
        List<Path> modules = new ArrayList<>();
        List<URL> all = new ArrayList<>();
        List<URL> others = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            URL url = Path.of(entry).toUri().toURL();
            all.add(url);
            if (entry.contains("lwjgl")) {
                modules.add(Path.of(entry));
            } else {
                others.add(url);
            }
        }
        ClassLoader loader = args[0].equals("layer")
                ? new URLClassLoader(others.toArray(URL[]::new), layer(modules))
                : new ChildFirst(all.toArray(URL[]::new));
        Method main = loader.loadClass("GlfwShow").getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) args);
    }

    private static ClassLoader layer(List<Path> modules) {
        ModuleFinder finder = ModuleFinder.of(modules.toArray(Path[]::new));
        List<String> names = finder.findAll().stream()
                .map(module -> module.descriptor().name())
                .toList();
        ModuleLayer boot = ModuleLayer.boot();
        Configuration resolved = boot.configuration().resolve(finder, ModuleFinder.of(), names);
        return boot.defineModulesWithOneLoader(resolved, JDK).findLoader("org.lwjgl");
    }

    private static final class ChildFirst extends URLClassLoader {
        ChildFirst(URL[] all) {
            super(all, LoaderShow.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                try {
                    return findClass(name);
                } catch (ClassNotFoundException e) {
                    return super.loadClass(name, resolve); // of the JDK
                }
            }
        }
    }
}
