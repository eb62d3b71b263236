package io.github.stagerecorder.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of the project's own sources, in which the pages' words are looked for. */
final class Sources {
    private static final Pattern JOINT = Pattern.compile("\"\\s*[+\n]\\s*\"");

    private Sources() {}

    /** Returns the text of all Java and C files under these folders, of which some may be missing. */
    static String under(String... folders) {
        return Stream.of(folders)
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(Sources::texts)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found
                    .filter(file -> file.toString().matches(".*\\.(java|c|h)"))
                    .map(Sources::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sources with the parts of each long string joined, and with single quotes for those in a string. */
    static String joined(String sources) {
        return JOINT.matcher(sources.replace("\\\"", "'")).replaceAll("");
    }
}
