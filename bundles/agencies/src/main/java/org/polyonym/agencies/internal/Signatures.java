package org.polyonym.agencies.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Who signed a jar, judged by a trust store; without one nothing is asked of a jar. Immutable. */
final class Signatures {
    private static final int CHUNK = 16 * 1024;

    private final Optional<KeyStore> trusted;

    private Signatures(Optional<KeyStore> trusted) {
        this.trusted = trusted;
    }

    /** Accepts every jar. */
    static Signatures notAsked() {
        return new Signatures(Optional.empty());
    }

    /** Reads a PKCS12 file of certificates; one that cannot be read is a fault of the configuration. */
    static Signatures trusting(Path trustStore, char[] password) {
        try (InputStream in = Files.newInputStream(trustStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new Signatures(Optional.of(store));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the trust store " + trustStore + " cannot be read", e);
        }
    }

    /** Name of the signer, empty when none is asked for; refuses a jar that has an entry which nobody trusted signed. */
    String signer(ConnectorJar jar) {
        return trusted.map(store -> signer(jar, store)).orElse("");
    }

    private static String signer(ConnectorJar jar, KeyStore store) {
        Path file = null;
        try {
            file = Files.createTempFile("connector", ".jar");
            Files.write(file, jar.bytes());
            return signer(file, store);
        } catch (IOException | SecurityException e) {
            throw ProblemException.causedBy(
                    ProblemType.CONNECTOR_NOT_TRUSTED, "its signature does not fit its content", e);
        } catch (GeneralSecurityException e) {
            throw ProblemException.causedBy(ProblemType.CONNECTOR_NOT_TRUSTED, "its signer is not trusted", e);
        } finally {
            delete(file);
        }
    }

    private static String signer(Path file, KeyStore store) throws IOException, GeneralSecurityException {
        String signer = "";
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : jar.stream().toList()) {
                readToEnd(jar, entry);
                if (!entry.isDirectory() && !isSignature(entry.getName())) {
                    signer = trustedSigner(entry, store);
                }
            }
        }
        return signer;
    }

    private static String trustedSigner(JarEntry entry, KeyStore store) throws GeneralSecurityException {
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw ProblemException.of(ProblemType.CONNECTOR_NOT_TRUSTED, "an entry is not signed: " + entry.getName());
        }
        PKIXParameters parameters = new PKIXParameters(store);
        parameters.setRevocationEnabled(false);
        GeneralSecurityException last = null;
        for (CodeSigner each : signers) {
            X509Certificate leaf =
                    (X509Certificate) each.getSignerCertPath().getCertificates().getFirst();
            try {
                if (store.getCertificateAlias(leaf) == null) {
                    CertPathValidator.getInstance("PKIX").validate(each.getSignerCertPath(), parameters);
                } else {
                    leaf.checkValidity();
                }
                return leaf.getSubjectX500Principal().getName();
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }

    /** A signature is known only after the entry has been read. */
    private static void readToEnd(JarFile jar, JarEntry entry) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = jar.getInputStream(entry)) {
            int read = in.read(chunk);
            while (read >= 0) {
                read = in.read(chunk);
            }
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(java.util.Locale.ROOT);
        List<String> parts = Arrays.asList(upper.split("/"));
        boolean signatureFile = Set.of(".SF", ".RSA", ".DSA", ".EC").stream().anyMatch(upper::endsWith);
        return parts.size() == 2
                && parts.getFirst().equals("META-INF")
                && (signatureFile || upper.endsWith("/MANIFEST.MF"));
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
