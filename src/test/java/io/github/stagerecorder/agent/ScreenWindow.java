package io.github.stagerecorder.agent;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;

/** The window at a place of an X screen, as the server knows it. No window manager stands around it. */
final class ScreenWindow implements AutoCloseable {
    /** Where it lies on the screen. */
    record Bounds(int xPx, int yPx, int widthPx, int heightPx) {}

    private final NativeLibrary x11 = NativeLibrary.getInstance("libX11.so.6");
    private final Pointer display;
    private final NativeLong window;

    ScreenWindow(String screen, int xPx, int yPx) {
        display = x11.getFunction("XOpenDisplay").invokePointer(new Object[] {screen});
        NativeLong root =
                (NativeLong) x11.getFunction("XDefaultRootWindow").invoke(NativeLong.class, new Object[] {display});
        NativeLongByReference found = new NativeLongByReference();
        IntByReference ignored = new IntByReference();
        call("XTranslateCoordinates", root, root, xPx, yPx, ignored, ignored, found);
        window = found.getValue();
    }

    void resize(int widthPx, int heightPx) {
        call("XResizeWindow", window, widthPx, heightPx);
        call("XSync", 0);
    }

    Bounds bounds() {
        IntByReference[] numbers = new IntByReference[6]; // x, y, width, height, border, depth
        Object[] arguments = new Object[numbers.length + 2];
        arguments[0] = window;
        arguments[1] = new NativeLongByReference(); // the root
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new IntByReference();
            arguments[i + 2] = numbers[i];
        }
        call("XGetGeometry", arguments);
        return new Bounds(numbers[0].getValue(), numbers[1].getValue(), numbers[2].getValue(), numbers[3].getValue());
    }

    private void call(String function, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = display;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        x11.getFunction(function).invoke(int.class, all);
    }

    @Override
    public void close() {
        call("XCloseDisplay");
    }
}
