package io.github.stagerecorder.agent.record;

/** A window of SDL. */
final class SdlWindow implements Surface {
    private final SdlFunctions sdl;
    private final long handle;
    private final long context; // that draws into it, at its first swap
    private final int id;

    SdlWindow(SdlFunctions sdl, long handle) throws Throwable {
        this.sdl = sdl;
        this.handle = handle;
        context = sdl.currentContext();
        id = sdl.id(handle);
    }

    boolean isOf(long someContext) {
        return context == someContext;
    }

    boolean hasId(int someId) {
        return id == someId;
    }

    @Override
    public boolean isCurrent() throws Throwable {
        return sdl.currentWindow() == handle;
    }

    @Override
    public boolean isShown() throws Throwable {
        return !sdl.isHidden(handle);
    }

    @Override
    public String toString() {
        return "a window of SDL";
    }
}
