package org.polyonym.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.karaf.util.jaas.JaasHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SubjectAgentTest {
    @TempDir
    Path folder;

    @Test
    void theSubjectIsKnownInsideItsActionAndInThreadsMadeThereAndNowhereElse() throws Exception {
        assertThat(run(Probe.class, true))
                .isEqualTo("inside officer, in a thread made there officer, through Karaf officer, after none");
    }

    @Test
    void withoutTheAgentTheJdkRefuses() throws Exception {
        assertThat(run(Probe.class, false)).contains("UnsupportedOperationException");
    }

    @Test
    void addsAndRemovesNoMethod() throws IOException {
        ClassModel before = ClassFile.of().parse(original());
        ClassModel after = ClassFile.of().parse(SubjectAgent.rewritten(original()));

        assertThat(names(after)).containsExactlyElementsOf(names(before));
    }

    private static List<String> names(ClassModel type) {
        return type.methods().stream()
                .map(method ->
                        method.methodName().stringValue() + method.methodType().stringValue())
                .toList();
    }

    private static byte[] original() throws IOException {
        try (InputStream in = Subject.class.getResourceAsStream("Subject.class")) {
            return in.readAllBytes();
        }
    }

    private String run(Class<?> main, boolean withAgent) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Stream<String> agent = withAgent ? Stream.of("-javaagent:" + agentJar()) : Stream.empty();
        List<String> command = Stream.of(
                        Stream.of(java.toString()),
                        agent,
                        Stream.of(
                                "-cp", classes(main) + File.pathSeparator + classes(JaasHelper.class), main.getName()))
                .flatMap(each -> each)
                .toList();
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        // A JVM that takes options from there says so in its output.
        program.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    private Path agentJar() throws IOException, URISyntaxException {
        Path jar = folder.resolve("agent.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", SubjectAgent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
        main.putValue("Boot-Class-Path", jar.getFileName().toString());
        Path classes = classes(SubjectAgent.class);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> found = Files.walk(classes)) {
            for (Path each :
                    found.filter(path -> path.toString().endsWith(".class")).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
            }
        }
        return jar;
    }

    private static Path classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
