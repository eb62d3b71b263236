package io.github.stagerecorder;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The native copy counter of native/test/copy_counter.h. It is usable in a process that preloads it. */
final class CopyCounter {
    static final Path LIBRARY =
            Path.of("target", "native", "libcopy_counter.so").toAbsolutePath();

    private static final int MOST_TEXT_BYTES = 16384;

    private final NativeLibrary library = NativeLibrary.getInstance(LIBRARY.toString());

    /** The bytes that one caller has copied out of the watched memory, or into it. */
    record Copied(long bytes, boolean outOf, String thread, String object) {
        private static Copied parse(String line) {
            String[] words = line.split(" ", 4);
            return new Copied(
                    Long.parseLong(words[0]),
                    words[1].equals("from"),
                    words[2],
                    Path.of(words[3]).getFileName().toString());
        }
    }

    void watch(long address, long sizeBytes) {
        function("watch").invoke(new Object[] {new Pointer(address), sizeBytes});
    }

    void clear() {
        function("clear").invoke(new Object[0]);
    }

    List<Copied> copied() {
        byte[] text = new byte[MOST_TEXT_BYTES];
        function("report").invoke(new Object[] {text, (long) text.length});
        String lines = new String(text, StandardCharsets.UTF_8);
        return lines.substring(0, lines.indexOf(0)).lines().map(Copied::parse).toList();
    }

    private Function function(String name) {
        return library.getFunction("copy_counter_" + name);
    }
}
