package io.github.stagerecorder.agent.record;

/** A window of GLFW. */
final class GlfwWindow implements Surface {
    private final GlfwFunctions glfw;
    private final long handle;
    private volatile boolean hasListener; // certainly
    private boolean isDown; // on the thread that polls, as is the next one
    private boolean mayBeDeaf; // the callback was there before the agent, which may not hear what it hears

    GlfwWindow(GlfwFunctions glfw, long handle) {
        this.glfw = glfw;
        this.handle = handle;
    }

    @Override
    public boolean isCurrent() throws Throwable {
        return glfw.isCurrent(handle);
    }

    @Override
    public boolean isShown() throws Throwable {
        return glfw.isVisible(handle);
    }

    boolean is(long other) {
        return handle == other;
    }

    /** Sees to it that GLFW tells the keys of this window to somebody. Called on the thread that polls. */
    void hearKeys() throws Throwable {
        if (!hasListener) {
            hasListener = true;
            mayBeDeaf = !glfw.listenToKeys(handle);
        }
    }

    /** Returns whether a key has just gone down that nothing else may tell. */
    boolean isUnheardPress(int code) throws Throwable {
        return mayBeDeaf && isPress(glfw.isDown(handle, code));
    }

    /** Somebody else may hear the keys of a window from now on, or nobody. */
    void listenersChange(long ofWindow) {
        hasListener &= !is(ofWindow);
    }

    /** Returns whether the agent's key has just gone down; it may be told twice. */
    boolean isPress(boolean down) {
        boolean wasDown = isDown;
        isDown = down;
        return down && !wasDown;
    }

    @Override
    public String toString() {
        return "a GLFW window";
    }
}
