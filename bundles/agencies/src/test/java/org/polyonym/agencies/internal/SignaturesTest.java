package org.polyonym.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With keys and signatures made by the tools of the JDK. */
@Timeout(120)
class SignaturesTest {
    private static final String PASSWORD = "test-password";

    @TempDir
    private Path folder;

    @Test
    void takesAJarThatATrustedSignerSignedAndNoOther() throws Exception {
        Path agency = key("agency");
        Path stranger = key("stranger");
        Signatures signatures = Signatures.trusting(trustStore(agency, "agency"), PASSWORD.toCharArray());
        Path signed = signedJar("signed.jar", agency, "agency");

        assertThat(signatures.signer(read(signed))).isEqualTo("CN=agency");
        assertThatThrownBy(
                        () -> signatures.signer(Jars.good("eu.example", "1.0.0").read()))
                .hasMessageContaining("PLY-6012");
        assertThatThrownBy(() -> signatures.signer(read(signedJar("other.jar", stranger, "stranger"))))
                .hasMessageContaining("PLY-6012");
        assertThatThrownBy(() -> signatures.signer(read(withEntry(signed, "added.class", new byte[] {1}))))
                .hasMessageContaining("PLY-6012");
        assertThatThrownBy(() -> signatures.signer(read(withEntry(signed, Jars.COMPONENT, new byte[] {1}))))
                .hasMessageContaining("PLY-6012");
    }

    private static ConnectorJar read(Path jar) throws IOException {
        return ConnectorJar.read(Files.readAllBytes(jar));
    }

    private Path key(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        tool(
                "keytool",
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        return store;
    }

    private Path trustStore(Path keys, String name) throws Exception {
        Path certificate = folder.resolve(name + ".cer");
        Path store = folder.resolve("trust.p12");
        tool(
                "keytool",
                "-exportcert",
                "-alias",
                name,
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                certificate.toString());
        tool(
                "keytool",
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                certificate.toString(),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        return store;
    }

    private Path signedJar(String file, Path keys, String name) throws Exception {
        Path jar = folder.resolve(file);
        Files.write(jar, Jars.good("eu.example", "1.0.0").bytes());
        tool("jarsigner", "-keystore", keys.toString(), "-storepass", PASSWORD, jar.toString(), name);
        return jar;
    }

    /** The jar with one entry added or changed after it was signed. */
    private Path withEntry(Path signed, String name, byte[] content) throws IOException {
        Path changed = Files.createTempFile(folder, "changed", ".jar");
        boolean there = false;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(signed));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean same = entry.getName().equals(name);
                there = there || same;
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(same ? content : in.readAllBytes());
            }
            if (!there) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
            }
        }
        return changed;
    }

    private static void tool(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
