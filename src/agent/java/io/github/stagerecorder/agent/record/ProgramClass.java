package io.github.stagerecorder.agent.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** A public class of the program, whose public methods the agent calls. Objects are passed as {@code Object}. */
final class ProgramClass {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final Class<?> type;

    /** The class may be initialised now. */
    ProgramClass(ClassLoader loader, String name) throws ClassNotFoundException {
        type = Class.forName(name, false, loader);
    }

    /** Returns a method of that name and these parameters, of which each object and what it returns is an Object. */
    MethodHandle method(String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = type.getMethod(name, parameters);
        MethodHandle handle = LOOKUP.unreflect(method);
        MethodType erased = handle.type();
        for (int i = 0; i < erased.parameterCount(); i++) {
            if (!erased.parameterType(i).isPrimitive()) {
                erased = erased.changeParameterType(i, Object.class);
            }
        }
        return handle.asType(erased.returnType().isPrimitive() ? erased : erased.changeReturnType(Object.class));
    }

    /** Returns what reads a field of numbers. */
    int number(Object object, String field) throws ReflectiveOperationException {
        Field found = type.getField(field);
        return found.getInt(object);
    }
}
