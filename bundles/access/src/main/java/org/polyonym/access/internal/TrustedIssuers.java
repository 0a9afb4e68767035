package org.polyonym.access.internal;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polyonym.access.cli.DemoIssuer;

/**
 * Public keys of the issuers that this platform trusts, by issuer name: the file {@code ministry-1.jwk} holds the key of
 * the issuer {@code ministry-1}. The demo issuer's name cannot be taken by a file.
 */
final class TrustedIssuers {
    private static final String ENDING = ".jwk";
    private static final long MAX_KEY_FILE_BYTES = 16_384;

    private final Map<String, ECKey> keys;

    private TrustedIssuers(Map<String, ECKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Reads the directory, which need not exist, and adds the demo issuer where the platform was started with it. */
    static TrustedIssuers load(Path directory, Optional<ECKey> demoKey) {
        Map<String, ECKey> keys = new HashMap<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            keys.put(name.substring(0, name.length() - ENDING.length()), publicKey(file));
        }
        keys.remove(DemoIssuer.NAME);
        demoKey.ifPresent(key -> keys.put(DemoIssuer.NAME, key.toPublicJWK()));
        return new TrustedIssuers(keys);
    }

    Optional<ECKey> key(String issuer) {
        return Optional.ofNullable(keys.get(issuer));
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the issuers' directory cannot be read: " + directory, e);
        }
    }

    private static ECKey publicKey(Path file) {
        try {
            if (Files.size(file) > MAX_KEY_FILE_BYTES) {
                throw new IllegalStateException("the key of an issuer is larger than a key can be: " + file);
            }
            ECKey key = ECKey.parse(Files.readString(file));
            if (!Curve.P_256.equals(key.getCurve()) || key.isPrivate()) {
                throw new IllegalStateException(
                        "an issuer's file holds one public P-256 key and nothing else: " + file);
            }
            return key;
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the key of an issuer cannot be read: " + file, e);
        }
    }
}
