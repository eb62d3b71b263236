package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.ObjLongConsumer;

/**
 * The agent's key callback for one copy of GLFW. GLFW tells keys to one callback of a window alone, so ours stands in front
 * of the program's and calls it by its address, wherever that comes from. There is one for all windows, and it is never
 * freed, because it may be what destroys its window. All of it happens on the thread that polls.
 */
final class GlfwKeys {
    private static final int PRESS = 1; // GLFW_PRESS; a release and a repeated press are others
    private static final MethodType CALLED = // the signature of a key callback, and its address
            MethodType.methodType(void.class, long.class, int.class, int.class, int.class, int.class, long.class);

    /** Hears of the press of a key. */
    interface Reporter {
        void pressed(int key, long window) throws Throwable;
    }

    /** Knows the program's callback of a window. */
    interface Programs {
        /** Returns 0 if there is none. */
        long callbackOf(long window) throws Throwable;
    }

    private final ClassLoader loader;
    private final String packageName;
    private final ObjLongConsumer<Object> report;
    private final Programs programs;
    private MethodHandle setKeyCallback; // null before the first call, as is the next one
    private MethodHandle call;
    private long ours; // 0 before it is wanted

    GlfwKeys(ClassLoader loader, String packageName, Reporter reporter, Programs programs) {
        this.loader = loader;
        this.packageName = packageName;
        report = Heard.by((key, window) -> reporter.pressed((int) key, window));
        this.programs = programs;
    }

    /** Puts our callback in front, and returns the address of what was there; 0 if that was nothing. */
    long putInFront(long window) throws Throwable {
        if (ours == 0) {
            link();
        }
        return (long) setKeyCallback.invokeExact(window, ours);
    }

    /** Lets the program's callback be as it was, unless somebody has already put another one in place of ours. */
    void stepAside(long window, long callback) throws Throwable {
        long present = (long) setKeyCallback.invokeExact(window, callback);
        if (present != ours) {
            long restored = (long) setKeyCallback.invokeExact(window, present);
        }
    }

    private void link() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> type = type(packageName + ".GLFWKeyCallbackI");
        String system = type.getInterfaces()[0].getPackageName(); // where a shaded copy of LWJGL has it
        call = caller(lookup, type(system + ".JNI"));
        setKeyCallback = lookup.findStatic(
                type(packageName + ".GLFW"),
                "nglfwSetKeyCallback",
                MethodType.methodType(long.class, long.class, long.class));
        Object callback = ProgramCallback.of(type, this::hear);
        ours = (long) type.getMethod("address").invoke(callback);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }

    /** Calls what has the signature of glfwSetWindowSizeLimits too. Before LWJGL 3.2.3 the address came first. */
    private static MethodHandle caller(MethodHandles.Lookup lookup, Class<?> jni) throws ReflectiveOperationException {
        try {
            return lookup.findStatic(jni, "invokePV", CALLED);
        } catch (NoSuchMethodException e) {
            MethodType older = MethodType.methodType(
                    void.class, long.class, long.class, int.class, int.class, int.class, int.class);
            MethodHandle addressFirst = lookup.findStatic(jni, "invokePV", older);
            return MethodHandles.permuteArguments(addressFirst, CALLED, 5, 0, 1, 2, 3, 4);
        }
    }

    /** What the program's callback throws is the program's. */
    private Object hear(Object[] arguments) throws Throwable {
        long window = (long) arguments[0];
        int key = (int) arguments[1];
        int action = (int) arguments[3];
        long callback = programs.callbackOf(window); // now, because what the key does may destroy the window
        if (action == PRESS) {
            report.accept(key, window);
        }
        if (callback != 0) {
            call.invokeExact(window, key, (int) arguments[2], action, (int) arguments[4], callback);
        }
        return null;
    }
}
