package org.polyonym.access.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Reads tokens: JWT signed with ES256 by a trusted issuer. Expiry counts by machine time, never by legal time. */
final class Tokens {
    private static final int MAX_TOKEN_CHARS = 4_096;
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@/:-]{0,63}");

    /** What a valid token says. */
    record Bearer(Authority authority, String user, Set<Purpose> purposes) {}

    private final TrustedIssuers issuers;
    private final InstantSource machineTime;

    Tokens(TrustedIssuers issuers, InstantSource machineTime) {
        this.issuers = issuers;
        this.machineTime = machineTime;
    }

    Bearer read(String token) {
        if (token == null || token.isBlank()) {
            throw ProblemException.of(ProblemType.TOKEN_MISSING, "the Authorization header holds no bearer token");
        }
        if (token.length() > MAX_TOKEN_CHARS) {
            throw invalid("the token is longer than " + MAX_TOKEN_CHARS + " characters");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            verifySignature(jwt, claims);
            verifyTime(claims);
            return bearer(claims);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw ProblemException.causedBy(ProblemType.TOKEN_INVALID, "the token is not a signed JWT", e);
        }
    }

    private void verifySignature(SignedJWT jwt, JWTClaimsSet claims) throws JOSEException {
        if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())) {
            throw invalid("the token is not signed with ES256");
        }
        String issuer = claims.getIssuer() == null ? "" : claims.getIssuer();
        ECKey key = issuers.key(issuer).orElseThrow(() -> invalid("the issuer is not trusted here"));
        if (!jwt.verify(new ECDSAVerifier(key))) {
            throw invalid("the signature does not fit the issuer's key");
        }
    }

    private void verifyTime(JWTClaimsSet claims) {
        Date now = Date.from(machineTime.instant());
        if (claims.getExpirationTime() == null) {
            throw invalid("the token has no expiry");
        }
        if (!now.before(claims.getExpirationTime())) {
            throw ProblemException.of(ProblemType.TOKEN_EXPIRED, "the token is past its expiry");
        }
        if (claims.getNotBeforeTime() != null && now.before(claims.getNotBeforeTime())) {
            throw invalid("the token is not valid yet");
        }
    }

    private static Bearer bearer(JWTClaimsSet claims) throws ParseException {
        String user = claims.getSubject() == null ? "" : claims.getSubject();
        if (!USER.matcher(user).matches()) {
            throw invalid("the subject must be an identifier of 1 to 64 letters, digits or . _ @ / : -");
        }
        return new Bearer(authority(claims), user, purposes(claims.getStringListClaim("purposes")));
    }

    private static Authority authority(JWTClaimsSet claims) throws ParseException {
        try {
            AuthorityKind kind = named(AuthorityKind.values(), claims.getStringClaim("authority"));
            return new Authority(kind, MemberState.of(claims.getStringClaim("state")));
        } catch (ProblemException e) {
            throw invalid("the claims authority and state must name an authority");
        }
    }

    private static Set<Purpose> purposes(List<String> names) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String name : names == null ? List.<String>of() : names) {
            purposes.add(named(Purpose.values(), name));
        }
        return purposes;
    }

    private static <E extends Enum<E>> E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("a claim has a value that is not in use here"));
    }

    private static ProblemException invalid(String why) {
        return ProblemException.of(ProblemType.TOKEN_INVALID, why);
    }
}
