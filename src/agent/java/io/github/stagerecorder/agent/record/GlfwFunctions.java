package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What the agent asks a program's own GLFW. It is found at the first call, because loading it earlier could disturb. */
final class GlfwFunctions {
    private static final int VISIBLE = 0x00020004; // GLFW_VISIBLE

    private final ClassLoader loader;
    private final String packageName;
    private MethodHandle getCurrentContext; // null before the first call, as is the other
    private MethodHandle getWindowAttrib;

    GlfwFunctions(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.packageName = packageName;
    }

    private synchronized void link() throws ReflectiveOperationException {
        if (getCurrentContext == null) {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> glfw = Class.forName(packageName + ".GLFW", false, loader);
            getWindowAttrib = lookup.findStatic(
                    glfw, "glfwGetWindowAttrib", MethodType.methodType(int.class, long.class, int.class));
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
}
