package org.polyonym.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.security.auth.Subject;

/**
 * Lets people log in to Karaf 4.4 and use their roles on JDK 24 and newer, which no longer ties a subject to the access
 * control context and where {@code Subject.getSubject} only throws. Rewritten are {@code Subject.callAs}, through which
 * all its like go and which now remembers the subject, {@code getSubject}, which answers it again, and {@code doAs} of
 * Karaf's helper, which now goes through {@code Subject}. To be dropped when Karaf no longer needs it.
 */
public final class SubjectAgent {
    private static final String SUBJECT = "javax/security/auth/Subject";
    /** Several of Karaf's bundles have a copy. */
    private static final String KARAF_HELPER = "org/apache/karaf/util/jaas/JaasHelper";

    private static final ClassDesc SUBJECT_DESC = ClassDesc.ofInternalName(SUBJECT);
    private static final ClassDesc CALLABLE_DESC = ClassDesc.of(Callable.class.getName());
    private static final ClassDesc HELPER = ClassDesc.of("org.polyonym.agent.InheritedSubject");

    private SubjectAgent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(String options, Instrumentation jvm) throws UnmodifiableClassException {
        jvm.addTransformer(new Rewrite(), true);
        jvm.retransformClasses(Subject.class);
    }

    /** The class file with the named methods rewritten and everything else unchanged. */
    static byte[] rewritten(byte[] classFile) {
        ClassFile tool = ClassFile.of();
        return tool.transformClass(tool.parse(classFile), (type, element) -> {
            if (element instanceof MethodModel method) {
                type.transformMethod(method, change(method));
            } else {
                type.with(element);
            }
        });
    }

    private static MethodTransform change(MethodModel method) {
        boolean ofKaraf =
                method.parent().orElseThrow().thisClass().asInternalName().equals(KARAF_HELPER);
        return switch (method.methodName().stringValue()) {
            case "getSubject" -> replaced(SubjectAgent::answerRemembered);
            case "callAs" -> prefixed(SubjectAgent::remember);
            case "doAs" -> ofKaraf ? replaced(code -> delegate(code, method)) : MethodTransform.ACCEPT_ALL;
            default -> MethodTransform.ACCEPT_ALL;
        };
    }

    private static void delegate(CodeBuilder code, MethodModel method) {
        code.aload(code.parameterSlot(0))
                .aload(code.parameterSlot(1))
                .invokestatic(SUBJECT_DESC, "doAs", method.methodTypeSymbol())
                .areturn();
    }

    private static void answerRemembered(CodeBuilder code) {
        code.invokestatic(HELPER, "current", MethodTypeDesc.of(SUBJECT_DESC)).areturn();
    }

    private static void remember(CodeBuilder code) {
        code.aload(code.parameterSlot(0))
                .aload(code.parameterSlot(1))
                .invokestatic(HELPER, "carry", MethodTypeDesc.of(CALLABLE_DESC, SUBJECT_DESC, CALLABLE_DESC))
                .astore(code.parameterSlot(1));
    }

    private static MethodTransform replaced(Consumer<CodeBuilder> body) {
        return (method, element) -> {
            if (element instanceof CodeModel) {
                method.withCode(body);
            } else {
                method.with(element);
            }
        };
    }

    private static MethodTransform prefixed(Consumer<CodeBuilder> prefix) {
        return (method, element) -> {
            if (element instanceof CodeModel original) {
                method.withCode(code -> {
                    prefix.accept(code);
                    original.forEach(code);
                });
            } else {
                method.with(element);
            }
        };
    }

    private static final class Rewrite implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
            return SUBJECT.equals(name) || KARAF_HELPER.equals(name) ? rewritten(classFile) : null;
        }
    }
}
