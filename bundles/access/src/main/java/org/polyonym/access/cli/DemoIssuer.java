package org.polyonym.access.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The issuer that exists only where a platform was started for demonstration: everybody who reads its file is it. */
public final class DemoIssuer {
    /** Issuer claim. */
    public static final String NAME = "polyonym-demo";
    /** File in the configuration directory. */
    public static final String FILE = "demo-issuer.jwk";

    private DemoIssuer() {}

    /** The key pair of the file; makes both when there is none, readable by the owner alone. */
    public static ECKey loadOrCreate(Path file) {
        return Files.exists(file) ? load(file) : create(file);
    }

    /** The key pair of the file. */
    public static ECKey load(Path file) {
        try {
            return ECKey.parse(Files.readString(file));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the demo issuer's key cannot be read: " + file, e);
        }
    }

    private static ECKey create(Path file) {
        try {
            ECKey key =
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Whoever waits for the file must never see half a key.
            Path draft =
                    Files.createTempFile(file.toAbsolutePath().getParent(), "demo-issuer", ".tmp", ownerOnly(file));
            Files.writeString(draft, key.toJSONString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("the demo issuer's key cannot be made: " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
