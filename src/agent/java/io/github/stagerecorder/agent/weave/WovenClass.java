package io.github.stagerecorder.agent.weave;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Adds calls of a hook to a class. Nothing else of it changes, so that a class in use may be replaced. */
final class WovenClass extends ClassVisitor {
    private final List<HookPoint> points;
    private final String hook;
    private boolean changed;

    private WovenClass(ClassVisitor next, List<HookPoint> points, String hook) {
        super(Opcodes.ASM9, next);
        this.points = points;
        this.hook = hook;
    }

    /**
     * Returns the class with its hooks; null if it has none of the methods.
     *
     * @param hook internal name of the class that is called
     */
    static byte[] of(byte[] original, List<HookPoint> points, String hook) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        WovenClass woven = new WovenClass(writer, points, hook);
        reader.accept(woven, 0);
        return woven.changed ? writer.toByteArray() : null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, method, descriptor, signature, thrown);
        boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        for (HookPoint point : points) {
            if (hasCode && point.is(method, descriptor)) {
                next = new AtEntry(next, point, (access & Opcodes.ACC_STATIC) != 0, Type.getArgumentTypes(descriptor));
            }
        }
        return next;
    }

    private final class AtEntry extends MethodVisitor {
        private final HookPoint point;
        private final boolean isStatic;
        private final Type[] types;

        AtEntry(MethodVisitor next, HookPoint point, boolean isStatic, Type[] types) {
            super(Opcodes.ASM9, next);
            this.point = point;
            this.isStatic = isStatic;
            this.types = types;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            changed = true;
            visitIntInsn(Opcodes.BIPUSH, point.event().ordinal());
            int argument = isStatic ? 0 : 1;
            int sort = types.length == 0 ? Type.VOID : types[0].getSort();
            if (sort == Type.OBJECT) {
                visitVarInsn(Opcodes.ALOAD, argument);
            } else if (isStatic) {
                visitInsn(Opcodes.ACONST_NULL);
            } else {
                visitVarInsn(Opcodes.ALOAD, 0);
            }
            pushNumber(sort, argument + point.number() * Type.LONG_TYPE.getSize());
            visitMethodInsn(Opcodes.INVOKESTATIC, hook, "tell", "(ILjava/lang/Object;J)V", false);
        }

        private void pushNumber(int sort, int argument) {
            if (sort == Type.LONG) {
                visitVarInsn(Opcodes.LLOAD, argument);
            } else if (sort == Type.BOOLEAN || sort == Type.INT) {
                visitVarInsn(Opcodes.ILOAD, argument);
                visitInsn(Opcodes.I2L);
            } else {
                visitInsn(Opcodes.LCONST_0);
            }
        }
    }
}
