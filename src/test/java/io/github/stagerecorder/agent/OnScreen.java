package io.github.stagerecorder.agent;

import io.github.stagerecorder.recording.VirtualScreen;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests whose programs show something: a screen for all of them, and a folder for each. */
@Timeout(120)
abstract class OnScreen {
    static VirtualScreen screen;

    @TempDir
    Path folder;

    @BeforeAll
    static void openScreen() throws IOException {
        screen = new VirtualScreen();
    }

    @AfterAll
    static void closeScreen() {
        screen.close();
    }
}
