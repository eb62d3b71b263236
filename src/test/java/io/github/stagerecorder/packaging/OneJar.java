package io.github.stagerecorder.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Packs a class path into one jar, as shading does: the first of two entries of one name stays, modules are left out. It
 * can rename a package too, in names of files and in classes.
 */
public final class OneJar {
    private final JarOutputStream jar;
    private final String from;
    private final String to;
    private final Set<String> names = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));

    private OneJar(JarOutputStream jar, String from, String to) {
        this.jar = jar;
        this.from = from;
        this.to = to;
    }

    public static Path of(List<Path> classPath, String mainClass, Path file) throws IOException {
        return renamed(classPath, mainClass, "", "", file);
    }

    /** The two names have the same length, so that a class stays a class when its bytes change. */
    public static Path renamed(List<Path> classPath, String mainClass, String from, String to, Path file)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass.replace(from, to));
        try (OutputStream output = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(output, manifest)) {
            OneJar packed = new OneJar(jar, from, to);
            for (Path entry : classPath) {
                if (Files.isDirectory(entry)) {
                    packed.addFolder(entry);
                } else {
                    packed.addJar(entry);
                }
            }
        }
        return file;
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    add(folder.relativize(file).toString().replace('\\', '/'), content);
                }
            }
        }
    }

    private void addJar(Path file) throws IOException {
        try (JarFile source = new JarFile(file.toFile())) {
            for (JarEntry entry : source.stream().toList()) {
                try (InputStream content = source.getInputStream(entry)) {
                    add(entry.getName(), content);
                }
            }
        }
    }

    private void add(String name, InputStream content) throws IOException {
        if (!name.endsWith("/") && !name.endsWith("module-info.class") && names.add(name)) {
            jar.putNextEntry(new JarEntry(inPath(name)));
            jar.write(name.endsWith(".class") ? renamed(content.readAllBytes()) : content.readAllBytes());
            jar.closeEntry();
        }
    }

    private String inPath(String name) {
        return name.replace(from.replace('.', '/'), to.replace('.', '/'));
    }

    private byte[] renamed(byte[] bytes) {
        String content = new String(bytes, StandardCharsets.ISO_8859_1);
        return inPath(content).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
