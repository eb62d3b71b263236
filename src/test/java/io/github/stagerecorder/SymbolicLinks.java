package io.github.stagerecorder;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes symbolic links for tests. Not every user of Windows may, and those of wine stand for nothing. */
public final class SymbolicLinks {
    private SymbolicLinks() {}

    /** Makes the link, or skips the test where the system refuses it. */
    public static Path make(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            return abort("this system refuses to make symbolic links: " + e);
        }
        assumeTrue(Files.isSymbolicLink(link), "what this system makes are no symbolic links");
        return link;
    }
}
