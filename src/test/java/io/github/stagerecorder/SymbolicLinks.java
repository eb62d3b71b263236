package io.github.stagerecorder;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes symbolic links for tests. Windows lets not every user do it, and wine nobody. */
public final class SymbolicLinks {
    private SymbolicLinks() {}

    /** Makes the link, or skips the test where the system refuses it. */
    public static Path make(Path link, Path target) {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            return abort("this system refuses to make symbolic links: " + e);
        }
    }
}
