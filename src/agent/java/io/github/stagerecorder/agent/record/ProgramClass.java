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
        this(Class.forName(name, false, loader));
    }

    private ProgramClass(Class<?> type) {
        this.type = type;
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

    /** Returns what reads a field that is not public, of this class or one above it. Its package must be open. */
    MethodHandle hidden(String field) throws ReflectiveOperationException {
        Field found = find(field);
        found.setAccessible(true);
        Class<?> read = found.getType().isPrimitive() ? found.getType() : Object.class;
        return LOOKUP.unreflectGetter(found).asType(MethodType.methodType(read, Object.class));
    }

    /** Returns the type of such a field. */
    ProgramClass typeOf(String field) throws NoSuchFieldException {
        return new ProgramClass(find(field).getType());
    }

    private Field find(String field) throws NoSuchFieldException {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Field each : owner.getDeclaredFields()) {
                if (each.getName().equals(field)) {
                    return each;
                }
            }
        }
        throw new NoSuchFieldException(type + " has no field " + field);
    }

    /** Reads a field of numbers. */
    int number(Object object, String field) throws ReflectiveOperationException {
        Field found = type.getField(field);
        return found.getInt(object);
    }
}
