package org.polyonym.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.access.internal.TestTokens.NOW;
import static org.polyonym.access.internal.TestTokens.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.cli.DemoIssuer;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.rules.internal.EditionRules;

class AuthenticationTest {
    private static final String ISSUER = "ministry-1";
    private static final String PURPOSE = "BORDER_ENTRY";

    @TempDir
    Path etc;

    private final ECKey key = TestTokens.key();
    private AccessControl access;

    @BeforeEach
    void trustOneIssuer() throws IOException {
        System.setProperty("karaf.etc", etc.toString());
        trust(ISSUER, key.toPublicJWK());
        access = platform(false);
    }

    @AfterEach
    void forgetTheDirectory() {
        System.clearProperty("karaf.etc");
    }

    @Test
    void tellsWhoAsksForWhat() {
        Caller caller = access.authenticate(valid(), PURPOSE, "case-7");
        assertThat(caller.authority()).isEqualTo(Authority.of("BORDER_FIRST_LINE@MS-1"));
        assertThat(caller.user()).isEqualTo("officer-1");
        assertThat(caller.purpose()).isEqualTo(Purpose.BORDER_ENTRY);
        assertThat(caller.caseReference().text()).isEqualTo("case-7");
    }

    @Test
    void refusesAMissingToken() {
        refused(ProblemType.TOKEN_MISSING, () -> access.authenticate(" ", PURPOSE, "case-1"));
    }

    @Test
    void refusesAnExpiredTokenByMachineTime() {
        refused(ProblemType.TOKEN_EXPIRED, with(claims -> claims.expirationTime(Date.from(NOW))));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.expirationTime(null)));
    }

    @Test
    void refusesATokenThatIsNotValidYet() {
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(5)))));
    }

    @Test
    void refusesAnotherKeyUnderTheNameOfATrustedIssuer() {
        String forged = token(TestTokens.key(), ISSUER, claims -> claims);
        refused(ProblemType.TOKEN_INVALID, () -> access.authenticate(forged, PURPOSE, "case-1"));
    }

    @Test
    void refusesAnUnknownIssuer() {
        String foreign = token(key, "ministry-2", claims -> claims);
        refused(ProblemType.TOKEN_INVALID, () -> access.authenticate(foreign, PURPOSE, "case-1"));
    }

    @Test
    void refusesUnsignedTokensAndOtherAlgorithms() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(ISSUER).build();
        SignedJWT mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        mac.sign(new MACSigner(new byte[32]));
        refused(
                ProblemType.TOKEN_INVALID,
                () -> access.authenticate(new PlainJWT(claims).serialize(), PURPOSE, "case-1"));
        refused(ProblemType.TOKEN_INVALID, () -> access.authenticate(mac.serialize(), PURPOSE, "case-1"));
        refused(ProblemType.TOKEN_INVALID, () -> access.authenticate("no token at all", PURPOSE, "case-1"));
        refused(ProblemType.TOKEN_INVALID, () -> access.authenticate("x".repeat(5_000), PURPOSE, "case-1"));
    }

    @Test
    void refusesAnAuthorityOrPurposeThatNobodyKnows() {
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.claim("authority", "SHERIFF")));
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.claim("state", "nowhere")));
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.claim("purposes", List.of("CURIOSITY"))));
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.claim("purposes", 7)));
        refused(ProblemType.TOKEN_INVALID, with(claims -> claims.subject(null)));
    }

    @Test
    void refusesAPurposeThatTheTokenDoesNotList() {
        refused(ProblemType.PURPOSE_NOT_ALLOWED, () -> access.authenticate(valid(), "BORDER_EXIT", "case-1"));
        refused(ProblemType.PURPOSE_NOT_ALLOWED, () -> access.authenticate(valid(), "NONSENSE", "case-1"));
    }

    @Test
    void refusesAComponentsPurposeEvenWhenATokenListsIt() {
        String token = token(
                key,
                ISSUER,
                claims -> claims.claim("authority", "OPERATIONS")
                        .claim("purposes", List.of("MULTIPLE_IDENTITY_DETECTION")));
        refused(
                ProblemType.PURPOSE_NOT_ALLOWED,
                () -> access.authenticate(token, "MULTIPLE_IDENTITY_DETECTION", "case-1"));
    }

    @Test
    void refusesARequestWithoutPurposeOrCase() {
        refused(ProblemType.PURPOSE_MISSING, () -> access.authenticate(valid(), "", "case-1"));
        refused(ProblemType.PURPOSE_MISSING, () -> access.authenticate(valid(), PURPOSE, ""));
        refused(ProblemType.PURPOSE_MISSING, () -> access.authenticate(valid(), PURPOSE, "two words"));
    }

    @Test
    void makesTheDemoKeyForItsOwnerAloneAndKeepsIt() throws IOException {
        platform(true);
        Path file = etc.resolve(DemoIssuer.FILE);
        String first = Files.readString(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        platform(true);
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void acceptsTheDemoIssuerOnlyWhereItWasStarted() throws IOException {
        AccessControl demo = platform(true);
        ECKey demoKey = DemoIssuer.load(etc.resolve(DemoIssuer.FILE));
        String token = token(demoKey, DemoIssuer.NAME, claims -> claims);
        assertThat(demo.authenticate(token, PURPOSE, "case-1").user()).isEqualTo("officer-1");
        AccessControl real = platform(false);
        refused(ProblemType.TOKEN_INVALID, () -> real.authenticate(token, PURPOSE, "case-1"));
    }

    @Test
    void doesNotLetAFileTakeTheDemoIssuersName() throws IOException {
        trust(DemoIssuer.NAME, key.toPublicJWK());
        AccessControl real = platform(false);
        String token = token(key, DemoIssuer.NAME, claims -> claims);
        refused(ProblemType.TOKEN_INVALID, () -> real.authenticate(token, PURPOSE, "case-1"));
    }

    @Test
    void doesNotStartWithAPrivateKeyAmongTheIssuers() throws IOException {
        trust("ministry-3", key);
        assertThatThrownBy(() -> platform(false)).hasMessageContaining("one public P-256 key");
    }

    private AccessControl platform(boolean demo) {
        return new TableAccessControl(
                new EditionRules(Map.of()), Map.of("demo", Boolean.toString(demo)), InstantSource.fixed(NOW));
    }

    private void trust(String issuer, ECKey issuerKey) throws IOException {
        Files.createDirectories(etc.resolve("issuers"));
        Files.writeString(etc.resolve("issuers").resolve(issuer + ".jwk"), issuerKey.toJSONString());
    }

    private String valid() {
        return token(key, ISSUER, claims -> claims);
    }

    private ThrowingCallable with(UnaryOperator<JWTClaimsSet.Builder> bend) {
        return () -> access.authenticate(token(key, ISSUER, bend), PURPOSE, "case-1");
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }
}
