package io.github.stagerecorder.agent.record;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Makes an object that LWJGL can call: of an interface of the program's, with one method of its own, "invoke". */
final class ProgramCallback {
    /** What is done when it is called. */
    interface Body {
        Object call(Object[] arguments) throws Throwable;
    }

    private ProgramCallback() {}

    static Object of(Class<?> type, Body body) {
        InvocationHandler handler = (callback, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(callback, method, arguments);
            }
            boolean isCall = method.getName().equals("invoke");
            return isCall ? body.call(arguments) : ofObject(callback, method.getName(), arguments);
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object ofObject(Object callback, String method, Object[] arguments) {
        return switch (method) {
            case "hashCode" -> System.identityHashCode(callback);
            case "equals" -> callback == arguments[0];
            case "toString" -> "StageRecorder's callback";
            default -> null;
        };
    }
}
