package io.github.stagerecorder.gstreamer;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds libraries that this process has loaded already, whoever did that. */
final class LoadedLibraries {
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final int LONGEST_PATH = 32_768;

    private LoadedLibraries() {}

    /**
     * Returns the folder of a loaded library.
     *
     * @param fileNames the names that it may have; on Linux a loaded file's name may go on behind them
     */
    static Optional<String> folderOf(List<String> fileNames, LibraryNames system) {
        return switch (system) {
            case LINUX -> folderIn(mappedFiles(), fileNames);
            case MACOS -> folderIn(images(), fileNames);
            case WINDOWS ->
                fileNames.stream()
                        .flatMap(name -> module(name).stream())
                        .map(path -> new File(path).getParent())
                        .findFirst();
        };
    }

    /** A process may have mapped files whose names are no paths in its locale. */
    static Optional<String> folderIn(Stream<String> paths, List<String> fileNames) {
        return paths.filter(path -> fileNames.stream().anyMatch(fileName(path)::startsWith))
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .findFirst();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A line is "address permissions offset device inode path". */
    private static Stream<String> mappedFiles() {
        try {
            return new String(Files.readAllBytes(MAPS), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" +", 6))
                    .filter(fields -> fields.length == 6 && fields[5].startsWith("/"))
                    .map(fields -> fields[5]);
        } catch (IOException e) {
            return Stream.empty(); // without /proc nothing is known
        }
    }

    private static Stream<String> images() {
        NativeLibrary process = NativeLibrary.getProcess();
        int count = process.getFunction("_dyld_image_count").invokeInt(new Object[0]);
        return IntStream.range(0, count)
                .mapToObj(i -> process.getFunction("_dyld_get_image_name").invokeString(new Object[] {i}, false));
    }

    private static Optional<String> module(String fileName) {
        NativeLibrary kernel = NativeLibrary.getInstance("kernel32");
        Pointer handle = kernel.getFunction("GetModuleHandleW").invokePointer(new Object[] {new WString(fileName)});
        if (handle == null) {
            return Optional.empty();
        }
        char[] path = new char[LONGEST_PATH];
        int length = kernel.getFunction("GetModuleFileNameW").invokeInt(new Object[] {handle, path, path.length});
        return Optional.of(new String(path, 0, length));
    }
}
