package io.github.stagerecorder.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SinkLocationTest {
    private static final String LONG = "\\folder".repeat(40) + "\\stage.mp4";

    @Test
    void shouldStayAsItIsWhenThePathIsShort() {
        assertEquals("C:\\stage.mp4", SinkLocation.onWindows("C:\\stage.mp4"));
        assertEquals("\\\\machine\\share\\stage.mp4", SinkLocation.onWindows("\\\\machine\\share\\stage.mp4"));
    }

    @Test
    void shouldGetThePrefixOnceWhenThePathIsLong() {
        String prefixed = SinkLocation.onWindows("C:" + LONG);
        assertEquals("\\\\?\\C:" + LONG, prefixed);
        assertEquals(prefixed, SinkLocation.onWindows(prefixed));
    }

    @Test
    void shouldGetThePrefixOfSharesWhenALongPathIsOnAnotherMachine() {
        assertEquals("\\\\?\\UNC\\machine\\share" + LONG, SinkLocation.onWindows("\\\\machine\\share" + LONG));
    }
}
