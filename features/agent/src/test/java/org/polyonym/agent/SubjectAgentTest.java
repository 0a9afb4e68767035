package org.polyonym.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;

class SubjectAgentTest {
    @Test
    void getSubjectAnswersTheCurrentSubject() throws IOException {
        List<Instruction> body = instructions(rewritten(), "getSubject");

        assertThat(body).extracting(Instruction::opcode).containsExactly(Opcode.INVOKESTATIC, Opcode.ARETURN);
        assertThat(((InvokeInstruction) body.getFirst()).name().stringValue()).isEqualTo("current");
    }

    @Test
    void leavesEveryOtherMethodAlone() throws IOException {
        ClassModel before = ClassFile.of().parse(original());

        assertThat(rewritten().methods())
                .extracting(method -> method.methodName().stringValue())
                .containsExactlyElementsOf(before.methods().stream()
                        .map(method -> method.methodName().stringValue())
                        .toList());
        assertThat(instructions(rewritten(), "getPrincipals")).hasSameSizeAs(instructions(before, "getPrincipals"));
    }

    @Test
    void theResultIsAValidClass() throws IOException {
        assertThat(ClassFile.of().verify(rewritten())).isEmpty();
    }

    private static ClassModel rewritten() throws IOException {
        return ClassFile.of().parse(SubjectAgent.rewritten(original()));
    }

    private static byte[] original() throws IOException {
        try (InputStream in = Subject.class.getResourceAsStream("Subject.class")) {
            return in.readAllBytes();
        }
    }

    private static List<Instruction> instructions(ClassModel type, String name) {
        MethodModel method = type.methods().stream()
                .filter(each -> each.methodName().equalsString(name))
                .findFirst()
                .orElseThrow();
        List<CodeElement> code = method.code().orElseThrow().elementList();
        return code.stream()
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast)
                .toList();
    }
}
