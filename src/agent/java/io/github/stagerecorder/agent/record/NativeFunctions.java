package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.IntBuffer;

/** What the agent asks a window system by one copy of LWJGL. It is found at the first call. */
final class NativeFunctions {
    private static final int EGL_DRAW = 0x3059;

    private final ClassLoader loader;
    private final String packageName;
    private MethodHandle currentDrawable; // null before the first call, as is the other
    private MethodHandle currentContext;

    NativeFunctions(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.packageName = packageName;
    }

    long currentDrawable() throws Throwable {
        link();
        return (long) currentDrawable.invokeExact();
    }

    long currentContext() throws Throwable {
        link();
        return (long) currentContext.invokeExact();
    }

    private synchronized void link() throws ReflectiveOperationException {
        if (currentContext != null) {
            return;
        }
        if (packageName.endsWith("egl")) {
            currentDrawable =
                    MethodHandles.insertArguments(in("EGL10").method("eglGetCurrentSurface", int.class), 0, EGL_DRAW);
            currentContext = in("EGL14").method("eglGetCurrentContext");
        } else if (packageName.endsWith("windows")) {
            ProgramClass wgl = new ProgramClass(loader, packageName.replace("system.windows", "opengl") + ".WGL");
            currentDrawable = wgl.method("wglGetCurrentDC");
            currentContext = currentContext(wgl);
        } else {
            currentDrawable = in("GLX").method("glXGetCurrentDrawable");
            currentContext = in("GLX").method("glXGetCurrentContext");
        }
    }

    private ProgramClass in(String name) throws ClassNotFoundException {
        return new ProgramClass(loader, packageName + "." + name);
    }

    /** Since LWJGL 3.4 it takes a place for the error. */
    private static MethodHandle currentContext(ProgramClass wgl) throws ReflectiveOperationException {
        try {
            return wgl.method("wglGetCurrentContext");
        } catch (NoSuchMethodException e) {
            MethodHandle withError = wgl.method("wglGetCurrentContext", IntBuffer.class);
            return MethodHandles.insertArguments(withError, 0, (Object) null);
        }
    }

    @Override
    public String toString() {
        return packageName.endsWith("egl") ? "EGL" : packageName.endsWith("windows") ? "GDI" : "GLX";
    }
}
