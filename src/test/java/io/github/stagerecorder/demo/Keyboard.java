package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.junit.jupiter.api.condition.OS;

/** Presses keys on an X screen as a user does: the server sends them to the window under the pointer. */
public final class Keyboard implements AutoCloseable {
    private static final long F1_KEYSYM = 0xffbe;

    private final NativeLibrary x11;
    private final NativeLibrary test;
    private final Pointer display;

    /** @param name such as ":99" */
    public Keyboard(String name) {
        assumeFalse(OS.WINDOWS.isCurrentOs(), "an X server presses the keys");
        x11 = NativeLibrary.getInstance("libX11.so.6");
        test = NativeLibrary.getInstance("libXtst.so.6");
        display = x11.getFunction("XOpenDisplay").invokePointer(new Object[] {name});
        if (display == null) {
            throw new IllegalStateException("there is no X server at " + name);
        }
    }

    /** Moves the pointer to a place of the screen. */
    public void point(int xPx, int yPx) {
        test.getFunction("XTestFakeMotionEvent")
                .invoke(int.class, new Object[] {display, 0, xPx, yPx, new NativeLong(0)});
        flush();
    }

    /** Presses a function key and lets it go. */
    public void pressF(int number) {
        fakeF(number, 1);
        fakeF(number, 0);
    }

    private void fakeF(int number, int isPressed) {
        int code = x11.getFunction("XKeysymToKeycode")
                        .invokeInt(new Object[] {display, new NativeLong(F1_KEYSYM + number - 1)})
                & 0xFF;
        fake(code, isPressed);
    }

    private void fake(int code, int isPressed) {
        test.getFunction("XTestFakeKeyEvent")
                .invoke(int.class, new Object[] {display, code, isPressed, new NativeLong(0)});
        flush();
    }

    private void flush() {
        x11.getFunction("XSync").invoke(int.class, new Object[] {display, 0});
    }

    @Override
    public void close() {
        x11.getFunction("XCloseDisplay").invoke(int.class, new Object[] {display});
    }
}
