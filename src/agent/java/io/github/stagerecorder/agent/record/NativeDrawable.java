package io.github.stagerecorder.agent.record;

/** A drawable of a window system. */
final class NativeDrawable implements Surface {
    private final NativeFunctions functions;
    private final long handle;
    private final long context; // that draws into it, at its first swap

    NativeDrawable(NativeFunctions functions, long handle) throws Throwable {
        this.functions = functions;
        this.handle = handle;
        context = functions.currentContext();
    }

    boolean isOf(long someContext) {
        return context == someContext;
    }

    boolean uses(NativeFunctions someFunctions) {
        return functions == someFunctions;
    }

    @Override
    public boolean isCurrent() throws Throwable {
        return functions.currentDrawable() == handle;
    }

    /** Nothing tells cheaply. Those that swap in this way have a picture. */
    @Override
    public boolean isShown() {
        return true;
    }

    @Override
    public String toString() {
        return "a drawable of " + functions;
    }
}
