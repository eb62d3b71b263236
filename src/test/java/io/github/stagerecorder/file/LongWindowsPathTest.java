package io.github.stagerecorder.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LongWindowsPathTest {
    private static final String LONG = "\\folder".repeat(40) + "\\stage.mp4";

    @Test
    void shouldStayAsItIsWhenThePathIsShort() {
        assertEquals("C:\\stage.mp4", LongWindowsPath.of("C:\\stage.mp4"));
        assertEquals("\\\\machine\\share\\stage.mp4", LongWindowsPath.of("\\\\machine\\share\\stage.mp4"));
    }

    @Test
    void shouldGetThePrefixOnceWhenThePathIsLong() {
        String prefixed = LongWindowsPath.of("C:" + LONG);
        assertEquals("\\\\?\\C:" + LONG, prefixed);
        assertEquals(prefixed, LongWindowsPath.of(prefixed));
    }

    @Test
    void shouldGetThePrefixOfSharesWhenALongPathIsOnAnotherMachine() {
        assertEquals("\\\\?\\UNC\\machine\\share" + LONG, LongWindowsPath.of("\\\\machine\\share" + LONG));
    }
}
