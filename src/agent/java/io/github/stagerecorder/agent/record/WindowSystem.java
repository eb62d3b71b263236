package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * The swaps of GLX, EGL and Windows' GDI, as LWJGL passes them on: of programs that call them themselves, and of canvases
 * that are none of the other toolkits'. What such a toolkit swaps in this way is its own, and is left to it.
 */
final class WindowSystem implements Toolkit {
    private static final String GLX = "lwjgl/opengl/GLX";
    private static final String EGL = "lwjgl/egl/EGL10";
    private static final String GDI = "lwjgl/system/windows/GDI32";
    private static final String WGL = "lwjgl/opengl/WGL";

    private final List<HookPoint> toolkits; // how all others swap
    private final SurfaceTable<NativeDrawable> table;
    private final SurroundingKeys keys;
    private volatile long[] ofToolkits = {}; // drawables that another toolkit swaps; copied when it changes

    WindowSystem(Recordings recordings, Swt swt, List<Toolkit> others) {
        toolkits = others.stream().flatMap(toolkit -> toolkit.hooks().stream()).toList();
        table = new SurfaceTable<>(recordings, (functions, handle) -> add((NativeFunctions) functions, handle));
        keys = new SurroundingKeys(recordings, swt, () -> table.keyPressed(drawable -> true));
    }

    /** The last parameter is the drawable. Which parameters Windows' functions have depends on the version of LWJGL. */
    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.second(GLX, "glXSwapBuffers", "(JJ)V", Event.SWAP),
                HookPoint.second(GLX, "glXDestroyContext", "(JJ)V", Event.END_CONTEXT),
                HookPoint.second(EGL, "eglSwapBuffers", "(JJ)Z", Event.SWAP),
                HookPoint.second(EGL, "eglDestroySurface", "(JJ)Z", Event.END),
                HookPoint.second(EGL, "eglDestroyContext", "(JJ)Z", Event.END_CONTEXT),
                HookPoint.entry(EGL, "eglTerminate", "(J)Z", Event.END_ALL),
                HookPoint.entry(GDI, "SwapBuffers", "(J)Z", Event.SWAP),
                HookPoint.second(GDI, "nSwapBuffers", "(JJ)I", Event.SWAP),
                HookPoint.entry(WGL, "wglDeleteContext", "(J)Z", Event.END_CONTEXT),
                HookPoint.second(WGL, "nwglDeleteContext", "(JJ)I", Event.END_CONTEXT));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        NativeFunctions functions = new NativeFunctions(loader, packageName);
        return Map.of(
                Event.SWAP, Heard.by((none, drawable) -> swap(functions, drawable)),
                Event.END, Heard.by((none, drawable) -> end(functions, drawable)),
                Event.END_CONTEXT, Heard.by((none, context) -> table.endIf(drawable -> drawable.isOf(context))),
                Event.END_ALL, Heard.by((none, zero) -> table.endIf(drawable -> drawable.uses(functions))));
    }

    private void swap(NativeFunctions functions, long drawable) throws Throwable {
        for (long other : ofToolkits) {
            if (other == drawable) {
                return;
            }
        }
        if (table.surface(functions, drawable) != null || !isSwappedByToolkit(drawable)) {
            table.swap(functions, drawable);
        }
    }

    /** The first swap of a drawable shows who swaps it. */
    private synchronized boolean isSwappedByToolkit(long drawable) {
        boolean found = StackWalker.getInstance()
                .walk(calls -> calls.anyMatch(call ->
                        toolkits.stream().anyMatch(point -> point.isSwap(call.getClassName(), call.getMethodName()))));
        if (found) {
            long[] more = Arrays.copyOf(ofToolkits, ofToolkits.length + 1);
            more[ofToolkits.length] = drawable;
            ofToolkits = more;
        }
        return found;
    }

    private synchronized void end(NativeFunctions functions, long drawable) {
        ofToolkits =
                Arrays.stream(ofToolkits).filter(other -> other != drawable).toArray();
        table.end(functions, drawable);
    }

    private NativeDrawable add(NativeFunctions functions, long handle) throws Throwable {
        NativeDrawable added = new NativeDrawable(functions, handle);
        keys.listenFor(added); // it may be a canvas
        return added;
    }
}
