package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.BoundFramebuffer;
import java.lang.invoke.MethodHandle;

/** A drawable of JOGL. */
final class JoglDrawable implements Surface {
    private static final String CONTEXT = "GLContext";
    private static final String DRAWABLE = "GLDrawable";
    private static final int LEAST_PX = 16; // some toolkits begin with less, and no encoder takes it

    private final Object drawable;
    private final Object nativeSurface;
    private final MethodHandle getCurrent;
    private final MethodHandle getGlDrawable;
    private final MethodHandle getDefaultDrawFramebuffer;
    private final MethodHandle getSurfaceWidth;
    private final MethodHandle getSurfaceHeight;

    JoglDrawable(Object drawable) throws Throwable {
        ClassLoader loader = drawable.getClass().getClassLoader();
        ProgramClass context = in(loader, CONTEXT);
        ProgramClass drawables = in(loader, DRAWABLE);
        this.drawable = drawable;
        getCurrent = context.method("getCurrent");
        getGlDrawable = context.method("getGLDrawable");
        getDefaultDrawFramebuffer = context.method("getDefaultDrawFramebuffer");
        getSurfaceWidth = drawables.method("getSurfaceWidth");
        getSurfaceHeight = drawables.method("getSurfaceHeight");
        nativeSurface = (Object) drawables.method("getNativeSurface").invokeExact(drawable);
    }

    /** JOGL's own package is another one since 2.3. */
    private static ProgramClass in(ClassLoader loader, String name) throws ClassNotFoundException {
        try {
            return new ProgramClass(loader, "com.jogamp.opengl." + name);
        } catch (ClassNotFoundException e) {
            return new ProgramClass(loader, "javax.media.opengl." + name);
        }
    }

    /** Returns the drawable of a context; null if it has none. */
    static Object of(Object context) throws Throwable {
        ProgramClass contexts = in(context.getClass().getClassLoader(), CONTEXT);
        return (Object) contexts.method("getGLDrawable").invokeExact(context);
    }

    @Override
    public boolean isCurrent() throws Throwable {
        Object context = (Object) getCurrent.invokeExact();
        return context != null && (Object) getGlDrawable.invokeExact(context) == drawable;
    }

    @Override
    public boolean isShown() throws Throwable {
        return (int) getSurfaceWidth.invokeExact(drawable) >= LEAST_PX
                && (int) getSurfaceHeight.invokeExact(drawable) >= LEAST_PX;
    }

    /** A drawable off the screen is a framebuffer object, and so is that of a panel. JOGL binds it for drawing. */
    @Override
    public BoundFramebuffer framebuffer() throws Throwable {
        Object context = (Object) getCurrent.invokeExact();
        boolean isWindow = (int) getDefaultDrawFramebuffer.invokeExact(context) == 0;
        return isWindow ? BoundFramebuffer.WINDOW : BoundFramebuffer.DRAW;
    }

    /** Returns whether it is a window of NEWT, which tells its keys itself. */
    boolean isNewtWindow() {
        return nativeSurface.getClass().getName().contains("jogamp.newt.");
    }

    boolean isOf(Object window) {
        return nativeSurface == window;
    }

    @Override
    public String toString() {
        return "a drawable of JOGL";
    }
}
