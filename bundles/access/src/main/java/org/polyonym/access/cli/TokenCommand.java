package org.polyonym.access.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;

/**
 * Prints a token. Runs apart from the platform: {@code java -cp access.jar:api.jar org.polyonym.access.cli.TokenCommand
 * --key FILE --authority KIND --state MS-1 --user ID --purposes A,B [--minutes N]}; a negative number of minutes makes a
 * token that has expired.
 */
public final class TokenCommand {
    private static final String USAGE = """
            --key FILE or --home DIR   private key in JWK form; a home has it in etc/demo-issuer.jwk
            --authority KIND           e.g. BORDER_FIRST_LINE
            --state CODE               e.g. MS-1
            --user ID                  identifier of the official
            --purposes A,B             e.g. BORDER_ENTRY,BORDER_EXIT
            --minutes N                validity, default 60; negative: already expired
            --issuer NAME              default polyonym-demo""";
    private static final Set<String> OPTIONS =
            Set.of("--key", "--home", "--authority", "--state", "--user", "--purposes", "--minutes", "--issuer");
    private static final long DEFAULT_MINUTES = 60;
    private static final int EXIT_USAGE = 2;

    private TokenCommand() {}

    /** Exit code 0 with a token on standard output, 2 with what is wrong on standard error. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, Instant.now(), System.out, System.err));
    }

    /** A token of the demo issuer of a home, valid for an hour; for tools that act on a platform started with --demo. */
    public static String demoToken(Path home, Authority authority, String user, Purpose purpose) {
        Map<String, String> options = Map.of(
                "--authority", authority.kind().name(),
                "--state", authority.state().text(),
                "--user", user,
                "--purposes", purpose.name());
        try {
            return token(DemoIssuer.load(home.resolve("etc").resolve(DemoIssuer.FILE)), options, Instant.now());
        } catch (JOSEException e) {
            throw new IllegalStateException("the demo issuer's key cannot sign", e);
        }
    }

    static int run(String[] arguments, Instant now, PrintStream out, PrintStream err) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            Map<String, String> options = options(arguments);
            out.println(token(DemoIssuer.load(keyFile(options)), options, now));
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | ProblemException | JOSEException e) {
            err.println("token: " + e.getMessage());
            err.println(USAGE);
            return EXIT_USAGE;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("cannot read " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static Path keyFile(Map<String, String> options) {
        return options.containsKey("--key")
                ? Path.of(options.get("--key"))
                : Path.of(needed(options, "--home"), "etc", DemoIssuer.FILE);
    }

    private static String token(ECKey key, Map<String, String> options, Instant now) throws JOSEException {
        Authority authority = new Authority(
                oneOf(AuthorityKind.class, "--authority", needed(options, "--authority")),
                MemberState.of(needed(options, "--state")));
        List<String> purposes = Arrays.stream(needed(options, "--purposes").split(","))
                .map(name -> oneOf(Purpose.class, "--purposes", name.strip()).name())
                .toList();
        long minutes = Long.parseLong(options.getOrDefault("--minutes", Long.toString(DEFAULT_MINUTES)));
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(options.getOrDefault("--issuer", DemoIssuer.NAME))
                .subject(needed(options, "--user"))
                .claim("authority", authority.kind().name())
                .claim("state", authority.state().text())
                .claim("purposes", purposes)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(minutes))))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String option, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(option + " does not know '" + name + "', only " + all, e);
        }
    }

    private static String needed(Map<String, String> options, String name) {
        if (!options.containsKey(name)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return options.get(name);
    }
}
