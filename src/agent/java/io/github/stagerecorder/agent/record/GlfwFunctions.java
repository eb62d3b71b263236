package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.ObjLongConsumer;

/** What the agent calls of a program's own GLFW. It is found at the first call, because loading it earlier could disturb. */
final class GlfwFunctions {
    private static final int VISIBLE = 0x00020004; // GLFW_VISIBLE
    private static final MethodType LONG_OF_TWO = MethodType.methodType(long.class, long.class, long.class);

    /** Hears of a key, as GLFW tells it. */
    interface Reporter {
        void heard(long window, int key, int action);
    }

    private final ClassLoader loader;
    private final String packageName;
    private final Reporter reporter;
    private MethodHandle getCurrentContext; // null before the first call, as are the others
    private MethodHandle getWindowAttrib;
    private MethodHandle getKey;
    private MethodHandle setKeyCallback;
    private long deafCallback; // the address of a callback that does nothing; 0 before it is wanted

    GlfwFunctions(ClassLoader loader, String packageName, Reporter reporter) {
        this.reporter = reporter;
        this.loader = loader;
        this.packageName = packageName;
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(packageName + "." + name, false, loader);
    }

    private synchronized void link() throws ReflectiveOperationException {
        if (getCurrentContext == null) {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> glfw = type("GLFW");
            getWindowAttrib = lookup.findStatic(
                    glfw, "glfwGetWindowAttrib", MethodType.methodType(int.class, long.class, int.class));
            getKey = lookup.findStatic(glfw, "glfwGetKey", MethodType.methodType(int.class, long.class, int.class));
            setKeyCallback = lookup.findStatic(glfw, "nglfwSetKeyCallback", LONG_OF_TWO);
            getCurrentContext = lookup.findStatic(glfw, "glfwGetCurrentContext", MethodType.methodType(long.class));
        }
    }

    boolean isCurrent(long window) throws Throwable {
        link();
        return (long) getCurrentContext.invokeExact() == window;
    }

    boolean isVisible(long window) throws Throwable {
        link();
        return (int) getWindowAttrib.invokeExact(window, VISIBLE) != 0;
    }

    /** Returns whether a key is down. It must be called on the thread that polls. */
    boolean isDown(long window, int key) throws Throwable {
        link();
        return (int) getKey.invokeExact(window, key) != 0;
    }

    /**
     * Gives a window a key callback if it has none: GLFW passes keys on only to those who listen. It must be called on
     * the thread that polls.
     *
     * @return whether the window has none but ours
     */
    boolean listenToKeys(long window) throws Throwable {
        link();
        long deaf = deafCallback();
        long present = (long) setKeyCallback.invokeExact(window, deaf);
        if (present == 0 || present == deaf) {
            return true;
        }
        long ours = (long) setKeyCallback.invokeExact(window, present);
        return false;
    }

    private synchronized long deafCallback() throws ReflectiveOperationException {
        if (deafCallback == 0) {
            deafCallback = (long) type("GLFWKeyCallbackI").getMethod("address").invoke(reporting(null));
        }
        return deafCallback;
    }

    /**
     * Returns a key callback that reports the key, and then calls another one: LWJGL 3.4 calls it directly on newer
     * virtual machines, where no method in between could be joined.
     *
     * @param next null if there is none
     */
    Object reporting(Object next) throws ReflectiveOperationException {
        Class<?> type = type("GLFWKeyCallbackI");
        Method invoke = type.getMethod("invoke", long.class, int.class, int.class, int.class, int.class);
        ObjLongConsumer<Object> heard = Heard.by((key, window) -> report((Object[]) key, window));
        return ProgramCallback.of(type, arguments -> {
            heard.accept(arguments, (long) arguments[0]);
            return next == null ? null : call(invoke, next, arguments);
        });
    }

    private void report(Object[] key, long window) {
        reporter.heard(window, (int) key[1], (int) key[3]);
    }

    private static Object call(Method invoke, Object next, Object[] arguments) throws Throwable {
        try {
            return invoke.invoke(next, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause(); // the program's own
        }
    }
}
