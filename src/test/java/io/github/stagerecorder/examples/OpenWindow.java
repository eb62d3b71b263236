package io.github.stagerecorder.examples;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The window of a program on an X screen without a window manager. */
final class OpenWindow implements AutoCloseable {
    private static final long PATIENCE_NS = 40_000_000_000L;
    private static final int SMALLEST_PX = 300; // toolkits have small ones for themselves
    private static final int ATTRIBUTES_BYTES = 136;
    private static final int MAP_STATE = 92; // offsets in XWindowAttributes and XClientMessageEvent
    private static final int VIEWABLE = 2;
    private static final int EVENT_BYTES = 192;
    private static final int CLIENT_MESSAGE = 33;
    private static final int Z_PIXMAP = 2;

    private static final NativeLibrary X11 = NativeLibrary.getInstance("libX11.so.6");
    private static final ErrorHandler IGNORED = (display, error) -> 0; // a window may go at any time

    private final String name;
    private final Pointer display;
    private final NativeLong root;
    private NativeLong window;
    private final Memory attributes = new Memory(ATTRIBUTES_BYTES);

    /** Called by Xlib, which would otherwise end the process. */
    interface ErrorHandler extends Callback {
        int handle(Pointer display, Pointer error);
    }

    private OpenWindow(String name) {
        this.name = name;
        X11.getFunction("XSetErrorHandler").invokePointer(new Object[] {IGNORED});
        display = X11.getFunction("XOpenDisplay").invokePointer(new Object[] {name});
        root = (NativeLong) call(NativeLong.class, "XDefaultRootWindow", display);
    }

    /** Waits until a program shows its window. */
    static OpenWindow await(String display, ExampleProcess program) throws InterruptedException {
        OpenWindow found = new OpenWindow(display);
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!found.find()) {
            ExampleProcess.require(program.isAlive(), "the example has ended without a window");
            ExampleProcess.require(System.nanoTime() < deadlineNs, "the example shows no window");
            Thread.sleep(100);
        }
        return found;
    }

    private boolean find() {
        PointerByReference children = new PointerByReference();
        IntByReference count = new IntByReference();
        NativeLongByReference ignored = new NativeLongByReference();
        call(int.class, "XQueryTree", display, root, ignored, ignored, children, count);
        for (int i = 0; i < count.getValue(); i++) {
            window = children.getValue().getNativeLong((long) i * NativeLong.SIZE);
            boolean isThere = (int) call(int.class, "XGetWindowAttributes", display, window, attributes) != 0;
            if (isThere && attributes.getInt(MAP_STATE) == VIEWABLE && attributes.getInt(8) >= SMALLEST_PX) {
                return true;
            }
        }
        return false;
    }

    int xPx() {
        return attributes.getInt(0);
    }

    int yPx() {
        return attributes.getInt(4);
    }

    /** Returns what the screen shows at a place of the window, as 0xRRGGBB. */
    int colourAt(int xPx, int yPx) {
        int screenXPx = xPx() + xPx;
        int screenYPx = yPx() + yPx;
        NativeLong allPlanes = new NativeLong(-1);
        Pointer image = (Pointer)
                call(Pointer.class, "XGetImage", display, root, screenXPx, screenYPx, 1, 1, allPlanes, Z_PIXMAP);
        NativeLong pixel = (NativeLong) call(NativeLong.class, "XGetPixel", image, 0, 0);
        call(int.class, "XDestroyImage", image);
        return pixel.intValue() & 0xFFFFFF;
    }

    /** Writes what the screen shows of the window, for docs/pictures. */
    void picture(Path file, int widthPx, int heightPx) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "x11grab"));
        command.addAll(List.of("-draw_mouse", "0"));
        command.addAll(List.of("-video_size", widthPx + "x" + heightPx, "-i", name + "+" + xPx() + "," + yPx()));
        command.addAll(List.of("-frames:v", "1", file.toString()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        ExampleProcess.require(status == 0, "ffmpeg ended with status " + status);
    }

    /** Does what a window manager does when the user closes the window. */
    void requestClose() {
        Memory event = new Memory(EVENT_BYTES);
        event.clear();
        event.setInt(0, CLIENT_MESSAGE);
        event.setNativeLong(32, window);
        event.setNativeLong(40, atom("WM_PROTOCOLS"));
        event.setInt(48, 32); // bits
        event.setNativeLong(56, atom("WM_DELETE_WINDOW"));
        call(int.class, "XSendEvent", display, window, 0, new NativeLong(0), event);
        call(int.class, "XSync", display, 0);
    }

    private NativeLong atom(String name) {
        return (NativeLong) call(NativeLong.class, "XInternAtom", display, name, 0);
    }

    private static Object call(Class<?> type, String function, Object... arguments) {
        return X11.getFunction(function).invoke(type, arguments);
    }

    @Override
    public void close() {
        call(int.class, "XCloseDisplay", display);
    }
}
