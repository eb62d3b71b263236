package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.BoundFramebuffer;
import io.github.stagerecorder.RecordingSwitch;
import java.lang.invoke.MethodHandle;

/** A drawable of JOGL. */
final class JoglDrawable implements Surface {
    private static final String CONTEXT = "GLContext";
    private static final String DRAWABLE = "GLDrawable";
    private static final int FRAMEBUFFER = 0x8D40; // GL_FRAMEBUFFER
    private static final int DRAW_FRAMEBUFFER = 0x8CA9; // GL_DRAW_FRAMEBUFFER
    private static final int LEAST_PX = 16; // some toolkits begin with less, and no encoder takes it

    private final Object drawable;
    private final Object nativeSurface;
    private final MethodHandle getCurrent;
    private final MethodHandle getGlDrawable;
    private final MethodHandle getDefaultDrawFramebuffer;
    private final MethodHandle getBoundFramebuffer;
    private final MethodHandle getGl;
    private final MethodHandle hasFullFboSupport;
    private final MethodHandle bindFramebuffer;
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
        getBoundFramebuffer = context.method("getBoundFramebuffer", int.class);
        getGl = context.method("getGL");
        hasFullFboSupport = in(loader, "GL").method("hasFullFBOSupport");
        bindFramebuffer = in(loader, "GL").method("glBindFramebuffer", int.class, int.class);
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

    /** A drawable off the screen is a framebuffer object, and so is that of a panel, another one after each swap. */
    @Override
    public BoundFramebuffer framebuffer() throws Throwable {
        Object context = (Object) getCurrent.invokeExact();
        boolean isWindow = (int) getDefaultDrawFramebuffer.invokeExact(context) == 0;
        return isWindow ? BoundFramebuffer.WINDOW : BoundFramebuffer.DRAW;
    }

    /** JOGL shows its own framebuffer, whatever the program has bound. */
    @Override
    public void record(RecordingSwitch recording) throws Throwable {
        Object context = (Object) getCurrent.invokeExact();
        int shown = (int) getDefaultDrawFramebuffer.invokeExact(context);
        int bound = shown == 0 ? 0 : (int) getBoundFramebuffer.invokeExact(context, DRAW_FRAMEBUFFER);
        if (bound == shown) {
            recording.frame();
            return;
        }
        Object gl = (Object) getGl.invokeExact(context);
        int target = (boolean) hasFullFboSupport.invokeExact(gl) ? DRAW_FRAMEBUFFER : FRAMEBUFFER;
        bindFramebuffer.invokeExact(gl, target, shown);
        try {
            recording.frame();
        } finally {
            bindFramebuffer.invokeExact(gl, target, bound);
        }
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
