package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;
import java.util.function.ObjLongConsumer;

/** What the agent calls of a program's own SDL. It is found at the first call. */
final class SdlFunctions {
    private static final long HIDDEN = 0x8; // SDL_WINDOW_HIDDEN
    private static final int KEY_DOWN = 0x300; // SDL_EVENT_KEY_DOWN, at the beginning of the event
    private static final int WINDOW_ID = 16; // of an SDL_KeyboardEvent, in bytes, as are the next ones
    private static final int SCANCODE = 24;
    private static final int REPEAT = 37;
    private static final int F1 = 58; // SDL_SCANCODE_F1, and the others behind it

    /** Hears of the press of a key, by the number that it would have among the function keys. */
    interface Reporter {
        void pressed(int number, int windowId);
    }

    private final ClassLoader loader;
    private final String packageName;
    private MethodHandle getCurrentWindow; // null before the first call, as are the others
    private MethodHandle getCurrentContext;
    private MethodHandle getWindowFlags;
    private MethodHandle getWindowId;

    SdlFunctions(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.packageName = packageName;
    }

    private synchronized void link() throws ReflectiveOperationException {
        if (getCurrentWindow == null) {
            ProgramClass video = in("SDLVideo");
            getCurrentContext = video.method("SDL_GL_GetCurrentContext");
            getWindowFlags = video.method("SDL_GetWindowFlags", long.class);
            getWindowId = video.method("SDL_GetWindowID", long.class);
            getCurrentWindow = video.method("SDL_GL_GetCurrentWindow");
        }
    }

    private ProgramClass in(String name) throws ClassNotFoundException {
        return new ProgramClass(loader, packageName + "." + name);
    }

    long currentWindow() throws Throwable {
        link();
        return (long) getCurrentWindow.invokeExact();
    }

    long currentContext() throws Throwable {
        link();
        return (long) getCurrentContext.invokeExact();
    }

    boolean isHidden(long window) throws Throwable {
        link();
        return ((long) getWindowFlags.invokeExact(window) & HIDDEN) != 0;
    }

    int id(long window) throws Throwable {
        link();
        return (int) getWindowId.invokeExact(window);
    }

    /** Has SDL tell the keys of all windows, and leaves them to the program. */
    void watchKeys(Reporter reporter) throws Throwable {
        Class<?> filter = Class.forName(packageName + ".SDL_EventFilterI", false, loader);
        ProgramClass memory = new ProgramClass(loader, packageName.replaceFirst("sdl$", "system") + ".MemoryUtil");
        MethodHandle getInt = memory.method("memGetInt", long.class);
        MethodHandle getByte = memory.method("memGetByte", long.class);
        ObjLongConsumer<Object> heard = Heard.by((none, event) -> {
            if ((int) getInt.invokeExact(event) == KEY_DOWN && (byte) getByte.invokeExact(event + REPEAT) == 0) {
                int scancode = (int) getInt.invokeExact(event + SCANCODE);
                reporter.pressed(scancode - F1 + 1, (int) getInt.invokeExact(event + WINDOW_ID));
            }
        });
        Object watch = ProgramCallback.of(filter, arguments -> {
            heard.accept(null, (long) arguments[1]);
            return true;
        });
        MethodHandle addWatch = in("SDLEvents").method("SDL_AddEventWatch", filter, long.class);
        boolean isAdded = (boolean) addWatch.invokeExact(watch, 0L);
        if (!isAdded) {
            throw new IllegalStateException("SDL tells no keys");
        }
    }
}
