package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParenthesesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue )",
                ")(",
                "( queue ) )",
                "t.!queue)!",
                "identity name=\"a\" )",
                "identity name=a )",
                "a=\"\\\"\" )",
                "a= 'b' )",
            })
    void shouldFindAParenthesisThatClosesTooMuch(String description) {
        assertTrue(Parentheses.closesTooMuch(description), description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "( queue )",
                "( queue",
                "x264enc ! ( queue ! ( identity ) ) ! mp4mux",
                "textoverlay text=\":)\"",
                "a=')'",
                "textoverlay text=\" :) \" ! x264enc",
                "a=\"\\\" )\"",
                "a=b)",
                "a= b)",
                "a=b\\ )",
                "a\\)",
                "\"",
                "a=",
                "a=\\",
                "\\",
                "video/x-raw(memory:GLMemory),width=64 ! queue",
                "capsfilter caps=\"video/x-raw(memory:DMABuf)\" ! queue",
            })
    void shouldLeaveEverythingElseToGStreamer(String description) {
        assertFalse(Parentheses.closesTooMuch(description), description);
    }
}
