package io.github.stagerecorder.agent.record;

/** A window of GLFW. */
final class GlfwWindow implements Surface {
    private final GlfwFunctions glfw;
    private final GlfwKeys keys;
    private final long handle;
    private boolean isHeard; // our key callback is there; on the thread that polls, as is the next one
    private long programCallback; // the address of the program's key callback; 0 for none

    GlfwWindow(GlfwFunctions glfw, GlfwKeys keys, long handle) {
        this.glfw = glfw;
        this.keys = keys;
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

    long programCallback() {
        return programCallback;
    }

    /** Sees to it that the keys of this window are heard. */
    void hearKeys() throws Throwable {
        if (!isHeard) {
            programCallback = keys.putInFront(handle);
            isHeard = true; // not before, because what puts it there is joined
        }
    }

    /** The program is about to set its key callback, and would be given ours as the present one. */
    void leaveKeys() throws Throwable {
        if (isHeard) {
            isHeard = false;
            keys.stepAside(handle, programCallback);
        }
    }

    @Override
    public String toString() {
        return "a GLFW window";
    }
}
