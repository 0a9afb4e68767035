package org.polyonym.simulation.faults.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.simulation.faults.FaultsException;

/** Signs tokens (JWT, ES256) with the key of a demo cluster's issuer, by the JDK alone. Thread-safe. */
public final class Tokens {
    private static final Duration VALIDITY = Duration.ofHours(4);

    private final PrivateKey key;
    private final String keyId;
    private final Map<Official, String> issued = new ConcurrentHashMap<>();

    /** With the private key in JWK form. */
    public Tokens(Path jwkFile) {
        try {
            JsonNode jwk = Json.read(Files.readString(jwkFile));
            this.keyId = jwk.path("kid").asText();
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            byte[] secret = Base64.getUrlDecoder().decode(jwk.path("d").asText());
            this.key = KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(
                            new BigInteger(1, secret), curve.getParameterSpec(ECParameterSpec.class)));
        } catch (IOException | GeneralSecurityException e) {
            throw new FaultsException("cannot read the demo issuer's key " + jwkFile + ": start with --demo", e);
        }
    }

    /** The same token for the same official, for four hours. */
    public String of(Official official) {
        return issued.computeIfAbsent(official, this::issue);
    }

    private String issue(Official official) {
        Instant now = Instant.now();
        ObjectNode header = Json.object().put("alg", "ES256").put("typ", "JWT");
        if (!keyId.isEmpty()) {
            header.put("kid", keyId);
        }
        ObjectNode claims = Json.object()
                .put("iss", "polyonym-demo")
                .put("sub", "faults")
                .put("authority", official.kind())
                .put("state", official.state())
                .put("iat", now.getEpochSecond() - 1)
                .put("exp", now.plus(VALIDITY).getEpochSecond());
        claims.putArray("purposes").add(official.purpose());
        String signed = encoded(Json.write(header).getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(Json.write(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new FaultsException("cannot sign a token", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
