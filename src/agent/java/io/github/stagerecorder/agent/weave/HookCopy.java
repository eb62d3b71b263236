package io.github.stagerecorder.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gives {@link Hook} another name. */
final class HookCopy extends ClassVisitor {
    private static final String ORIGINAL = Type.getInternalName(Hook.class);

    private final String name;

    private HookCopy(ClassVisitor next, String name) {
        super(Opcodes.ASM9, next);
        this.name = name;
    }

    /** @param name internal, with the package */
    static byte[] named(String name) {
        try (InputStream original = Hook.class.getResourceAsStream("Hook.class")) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(original).accept(new HookCopy(writer, name), ClassReader.SKIP_DEBUG);
            return writer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(int version, int access, String itsName, String signature, String parent, String[] interfaces) {
        super.visit(version, access | Opcodes.ACC_SYNTHETIC, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, method, descriptor, signature, thrown);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                super.visitFieldInsn(opcode, renamed(owner), field, type);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                super.visitMethodInsn(opcode, renamed(owner), called, type, isInterface);
            }
        };
    }

    private String renamed(String owner) {
        return owner.equals(ORIGINAL) ? name : owner;
    }
}
