package org.polyonym.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import javax.security.auth.Subject;

/**
 * Lets Karaf 4.4 log people in on JDK 24 and newer, where {@code Subject.getSubject} only throws: the method is
 * rewritten to answer {@code Subject.current()}, which is what its callers mean. Goes when Karaf no longer calls it.
 */
public final class SubjectAgent {
    private static final String SUBJECT = "javax/security/auth/Subject";
    private static final ClassDesc SUBJECT_DESC = ClassDesc.ofInternalName(SUBJECT);

    private SubjectAgent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(String options, Instrumentation jvm) throws UnmodifiableClassException {
        jvm.addTransformer(new Rewrite(), true);
        jvm.retransformClasses(Subject.class);
    }

    /** The class file with {@code getSubject} answering {@code current()}; everything else unchanged. */
    static byte[] rewritten(byte[] classFile) {
        ClassFile tool = ClassFile.of();
        MethodTransform answerCurrent = (method, element) -> {
            if (element instanceof CodeModel) {
                method.withCode(code -> code.invokestatic(SUBJECT_DESC, "current", MethodTypeDesc.of(SUBJECT_DESC))
                        .areturn());
            } else {
                method.with(element);
            }
        };
        return tool.transformClass(
                tool.parse(classFile), ClassTransform.transformingMethods(SubjectAgent::isGetSubject, answerCurrent));
    }

    private static boolean isGetSubject(MethodModel method) {
        return method.methodName().equalsString("getSubject");
    }

    private static final class Rewrite implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
            return SUBJECT.equals(name) ? rewritten(classFile) : null;
        }
    }
}
