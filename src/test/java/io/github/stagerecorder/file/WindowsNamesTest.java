package io.github.stagerecorder.file;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUL",
                "nul",
                "con.mp4",
                "Aux.tar.gz",
                "COM1",
                "lpt9.ogg",
                "COM².mkv",
                "com¹",
                "aux",
                "CONOUT$",
                "prn .mp4"
            })
    void shouldKnowADeviceWhenItHasAnExtensionOrNone(String name) {
        assertTrue(WindowsNames.obstacle(name).contains("device"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null.mp4", "console.mp4", "COM.mp4", "COM10.mp4", "my con.mp4", "stage.con", "con-1.mp4"})
    void shouldTakeANameWhenItOnlyResemblesADevice(String name) {
        assertNull(WindowsNames.obstacle(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.mkv.", "stage.mkv ", "stage...", ". ."})
    void shouldKnowANameWhoseEndIsDropped(String name) {
        assertTrue(WindowsNames.obstacle(name).contains("dots and spaces"));
    }
}
