package io.github.stagerecorder.agent.weave;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.objectweb.asm.ClassReader;

/** Puts a copy of {@link Hook} into a package of the program, and says who hears of its events. */
final class HookMaker {
    private static final String NAME = "StageRecorder";
    private static final Module OURS = HookMaker.class.getModule();

    private final Instrumentation instrumentation;
    private final Method defineClass;

    HookMaker(Instrumentation instrumentation) throws ReflectiveOperationException {
        this.instrumentation = instrumentation;
        open(Object.class.getModule(), "java.lang");
        defineClass = ClassLoader.class.getDeclaredMethod(
                "defineClass", String.class, byte[].class, int.class, int.class, ProtectionDomain.class);
        defineClass.setAccessible(true);
        allowNativeCode();
    }

    /** Whoever asks for the agent has agreed to it. Otherwise a newer virtual machine would warn, or refuse. */
    private static void allowNativeCode() {
        ModuleLayer libraries = ClassReader.class.getModule().getLayer();
        if (libraries == null) {
            return; // on a class path only all programs there could be allowed to; it warns
        }
        try {
            Method allow = Module.class.getDeclaredMethod("implAddEnableNativeAccess");
            allow.setAccessible(true);
            for (Module library : libraries.modules()) {
                allow.invoke(library);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Then it warns.
        }
    }

    private void open(Module module, String packageName) {
        instrumentation.redefineModule(
                module, Set.of(), Map.of(), Map.of(packageName, Set.of(OURS)), Set.of(), Map.of());
    }

    /** Returns the internal name of the toolkit's hook in the package of a class. */
    static String nameBeside(String internalName, Toolkit toolkit) {
        String type = toolkit.getClass().getSimpleName();
        return internalName.substring(0, internalName.lastIndexOf('/') + 1) + NAME + type;
    }

    /** Makes the hook, unless it is there. No lock is held meanwhile that another thread may want, which loads a class. */
    void make(String hook, Toolkit toolkit, Module module, ClassLoader loader, ProtectionDomain domain)
            throws ReflectiveOperationException {
        String packageName = packageOf(hook);
        Class<?> made = define(hook, loader, domain);
        if (module.isNamed()) {
            open(module, packageName);
        }
        Field field = made.getDeclaredField("listeners");
        field.setAccessible(true);
        synchronized (made) {
            if (field.get(null) == null) {
                field.set(null, byOrdinal(toolkit.listeners(loader, packageName)));
            }
        }
    }

    private static String packageOf(String hook) {
        return hook.substring(0, Math.max(0, hook.lastIndexOf('/'))).replace('/', '.');
    }

    private Class<?> define(String hook, ClassLoader loader, ProtectionDomain domain)
            throws ReflectiveOperationException {
        String name = hook.replace('/', '.');
        byte[] bytes = HookCopy.named(hook);
        try {
            return (Class<?>) defineClass.invoke(loader, name, bytes, 0, bytes.length, domain);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError) { // another class of the package was first
                return Class.forName(name, true, loader);
            }
            throw e;
        }
    }

    private static ObjLongConsumer<?>[] byOrdinal(Map<Event, ObjLongConsumer<Object>> listeners) {
        ObjLongConsumer<?>[] all = new ObjLongConsumer<?>[Event.values().length];
        listeners.forEach((event, listener) -> all[event.ordinal()] = listener);
        return all;
    }
}
