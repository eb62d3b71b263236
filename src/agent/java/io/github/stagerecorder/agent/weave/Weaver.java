package io.github.stagerecorder.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Joins the classes of the toolkits, as a program loads them or where it has loaded them already. */
public final class Weaver implements ClassFileTransformer {
    private record Row(Toolkit toolkit, HookPoint point) {}

    private final List<Row> rows = new ArrayList<>();
    private final Instrumentation instrumentation;
    private final HookMaker maker;
    private final Runnable first;
    private final BiConsumer<String, Throwable> failed;

    /**
     * @param first is called before a class is joined; it must return at once
     * @param failed hears which class could not be joined, and why
     */
    public Weaver(
            Instrumentation instrumentation,
            List<Toolkit> toolkits,
            Runnable first,
            BiConsumer<String, Throwable> failed)
            throws ReflectiveOperationException {
        this.instrumentation = instrumentation;
        this.first = first;
        this.failed = failed;
        maker = new HookMaker(instrumentation);
        toolkits.forEach(toolkit -> toolkit.hooks().forEach(point -> rows.add(new Row(toolkit, point))));
    }

    /** Begins, with the classes that are loaded already. */
    public void begin() {
        instrumentation.addTransformer(this, true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getClassLoader() != getClass().getClassLoader()
                    && !rowsOf(loaded.getName().replace('.', '/')).isEmpty()) {
                joinAgain(loaded);
            }
        }
    }

    private void joinAgain(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            failed.accept(loaded.getName(), e);
        }
    }

    private List<Row> rowsOf(String internalName) {
        List<Row> found = List.of();
        for (Row row : rows) { // most classes end here without a list
            if (row.point().isIn(internalName)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> old, ProtectionDomain domain, byte[] original) {
        if (name == null || loader == null || loader == getClass().getClassLoader()) {
            return null;
        }
        try {
            List<Row> found = rowsOf(name);
            return found.isEmpty() ? null : joined(module, loader, name, domain, original, found);
        } catch (Throwable e) { // the class stays as it is
            failed.accept(name.replace('/', '.'), e);
            return null;
        }
    }

    private byte[] joined(
            Module module, ClassLoader loader, String name, ProtectionDomain domain, byte[] original, List<Row> found)
            throws ReflectiveOperationException {
        Toolkit toolkit = found.get(0).toolkit(); // no two have the same class
        String hook = HookMaker.nameBeside(name, toolkit);
        List<HookPoint> points = found.stream().map(Row::point).collect(Collectors.toList());
        byte[] woven = WovenClass.of(original, points, hook);
        if (woven != null) {
            first.run();
            maker.make(hook, toolkit, module, loader, domain);
        }
        return woven;
    }
}
