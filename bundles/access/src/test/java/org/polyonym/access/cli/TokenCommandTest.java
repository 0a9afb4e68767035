package org.polyonym.access.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;

class TokenCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsATokenThatCanBeExpired() throws Exception {
        DemoIssuer.loadOrCreate(home.resolve("etc").resolve(DemoIssuer.FILE));
        assertThat(run("--authority VISA --state MS-1 --user v-1 --purposes VISA_EXAMINATION --minutes -5"))
                .isZero();
        SignedJWT jwt = SignedJWT.parse(out.toString(StandardCharsets.UTF_8).strip());
        assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.minusSeconds(300));
        assertThat(jwt.getJWTClaimsSet().getStringListClaim("purposes")).containsExactly("VISA_EXAMINATION");
    }

    @Test
    void saysWhatIsWrongInsteadOfPrintingAToken() {
        DemoIssuer.loadOrCreate(home.resolve("etc").resolve(DemoIssuer.FILE));
        assertThat(run("--authority VISA --state MS-1 --user v-1")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--purposes is missing");
        assertThat(run("--authority SHERIFF --state MS-1 --user v-1 --purposes ASYLUM"))
                .isEqualTo(2);
        assertThat(run("--colour red")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void listsWhatIsValidWhenAPurposeOrAnAuthorityIsUnknown() {
        DemoIssuer.loadOrCreate(home.resolve("etc").resolve(DemoIssuer.FILE));
        assertThat(run("--authority VISA --state MS-1 --user v-1 --purposes NOPE"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--purposes does not know 'NOPE', only ")
                .contains(Stream.of(Purpose.values()).map(Purpose::name).toList());

        err.reset();
        assertThat(run("--authority NOPE --state MS-1 --user v-1 --purposes ASYLUM"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--authority does not know 'NOPE', only ")
                .contains(Stream.of(AuthorityKind.values())
                        .map(AuthorityKind::name)
                        .toList());
    }

    private int run(String arguments) {
        return TokenCommand.run(
                ("--home " + home + " " + arguments).split(" "),
                NOW,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
