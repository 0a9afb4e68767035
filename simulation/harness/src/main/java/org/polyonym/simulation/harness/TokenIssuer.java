package org.polyonym.simulation.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;

/** Issues tokens with the key of the demo issuer, which the platform makes at its first start with {@code --demo}. */
public final class TokenIssuer {
    /** Issuer claim of the demo issuer. */
    public static final String ISSUER = "polyonym-demo";

    private final ECKey key;

    /** With the private key in JWK form. */
    public TokenIssuer(Path jwkFile) {
        try {
            this.key = ECKey.parse(Files.readString(jwkFile));
        } catch (IOException | ParseException e) {
            throw new HarnessException("cannot read the demo issuer's key " + jwkFile + ": start with --demo", e);
        }
    }

    /** A token that ends after the given time; a negative time makes an expired one. */
    public String token(Authority authority, String user, Collection<Purpose> purposes, Duration validity) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(user)
                .claim("authority", authority.kind().name())
                .claim("state", authority.state().text())
                .claim("purposes", purposes.stream().map(Enum::name).toList())
                .issueTime(Date.from(now.minusSeconds(1)))
                .expirationTime(Date.from(now.plus(validity)))
                .build();
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new HarnessException("cannot sign a token", e);
        }
    }
}
