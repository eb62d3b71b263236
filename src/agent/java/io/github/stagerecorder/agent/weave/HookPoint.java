package io.github.stagerecorder.agent.weave;

/**
 * A place in a program where an event is told.
 *
 * @param owner the last part of the class's internal name, so that a copy in a renamed package is found too
 * @param method at whose beginning it is told
 * @param number which of the method's parameters is the number that is told: the first, or the second of two longs
 */
public record HookPoint(String owner, String method, String descriptor, Event event, int number) {
    /**
     * Tells it when the method begins, with its object and its first argument: in place of the object if that is one
     * too.
     */
    public static HookPoint entry(String owner, String method, String descriptor, Event event) {
        return new HookPoint(owner, method, descriptor, event, 0);
    }

    /** Tells the second of two longs when a static method begins. */
    public static HookPoint second(String owner, String method, String descriptor, Event event) {
        return new HookPoint(owner, method, descriptor, event, 1);
    }

    /** Returns whether a call on the stack is that of this method, by which a toolkit swaps. */
    public boolean isSwap(String className, String called) {
        return event == Event.SWAP && method.equals(called) && isIn(className.replace('.', '/'));
    }

    boolean isIn(String internalName) {
        int before = internalName.length() - owner.length() - 1;
        return internalName.endsWith(owner) && (before < 0 || internalName.charAt(before) == '/');
    }

    boolean is(String name, String itsDescriptor) {
        return method.equals(name) && itsDescriptor.equals(descriptor);
    }
}
