package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"NUL", "nul", "con.mp4", "Aux.tar.gz", "COM1", "lpt9.ogg", "COM².mkv", "CONOUT$", "prn .mp4"})
    void shouldKnowADeviceWhenItHasAnExtensionOrNone(String name) {
        assertTrue(DeviceNames.isOne(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null.mp4", "console.mp4", "COM.mp4", "COM10.mp4", "my con.mp4", "stage.con", "con-1.mp4"})
    void shouldTakeANameWhenItOnlyResemblesADevice(String name) {
        assertFalse(DeviceNames.isOne(name));
    }
}
