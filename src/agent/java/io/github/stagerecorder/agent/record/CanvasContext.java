package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;

/** The GL context of a canvas for AWT. */
interface CanvasContext {
    boolean isCurrent() throws Throwable;

    /** Returns that of a canvas of lwjgl3-awt or of LWJGL 2. */
    static CanvasContext of(Object canvas) throws ReflectiveOperationException {
        ProgramClass type = new ProgramClass(
                canvas.getClass().getClassLoader(), canvas.getClass().getName());
        try {
            return ofLwjgl2(canvas, type.method("isCurrent"));
        } catch (NoSuchMethodException e) {
            return ofLwjgl3(canvas, type);
        }
    }

    private static CanvasContext ofLwjgl2(Object canvas, MethodHandle isCurrent) {
        return () -> {
            try {
                return (boolean) isCurrent.invokeExact(canvas);
            } catch (IllegalStateException e) { // it has none, or none any more
                return false;
            }
        };
    }

    private static CanvasContext ofLwjgl3(Object canvas, ProgramClass type) throws ReflectiveOperationException {
        MethodHandle context = type.hidden("context");
        MethodHandle platformCanvas = type.hidden("platformCanvas");
        MethodHandle isCurrent = type.typeOf("platformCanvas").method("isCurrent", long.class);
        return () -> {
            long present = (long) context.invokeExact(canvas);
            Object platform = (Object) platformCanvas.invokeExact(canvas);
            return present != 0 && (boolean) isCurrent.invokeExact(platform, present);
        };
    }
}
