package org.polyonym.simulation.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;

/**
 * A running platform that was started with {@code --demo}: its address, its demo issuer and the levers of the simulation.
 * Thread-safe.
 */
public final class Platform {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(4);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final URI base;
    private final TokenIssuer issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Platform(URI base, TokenIssuer issuer) {
        this.base = base;
        this.issuer = issuer;
    }

    /** Connects to the instance whose home directory this is; the launcher has written {@code instance.env} there. */
    public static Platform at(Path home) {
        Path env = home.resolve("instance.env");
        try {
            String url = Files.readAllLines(env).stream()
                    .filter(line -> line.startsWith("url="))
                    .map(line -> line.substring("url=".length()))
                    .findFirst()
                    .orElseThrow(() -> new HarnessException(env + " names no url"));
            return new Platform(URI.create(url), new TokenIssuer(home.resolve("etc/demo-issuer.jwk")));
        } catch (IOException e) {
            throw new HarnessException(
                    "no running platform in " + home + ": ./polyonym start --demo --home " + home, e);
        }
    }

    /** The root address. */
    public URI base() {
        return base;
    }

    /** An officer of that authority who acts for one purpose in one case. */
    public Officer officer(Authority authority, String user, Purpose purpose, String caseReference) {
        String token = issuer.token(authority, user, List.of(purpose), TOKEN_VALIDITY);
        return new Officer(
                this,
                authority,
                user,
                token,
                purpose.name(),
                CaseReference.of(caseReference).text());
    }

    /** An officer with a token of its own making, for tests of refusals. */
    public Officer officer(
            Authority authority, String user, Collection<Purpose> allowed, Purpose used, Duration validity) {
        String token = issuer.token(authority, user, allowed, validity);
        return new Officer(this, authority, user, token, used.name(), "case-1");
    }

    /** Sets the legal time and runs what is due. */
    public void setClock(Instant instant) {
        send("PUT", "/simulation/clock", instant.toString()).expectOk();
    }

    /** Empties the store. */
    public void reset() {
        send("POST", "/simulation/reset", "").expectOk();
    }

    /** Stops a bundle of the platform, as an operator could. */
    public void stopBundle(String symbolicName) {
        send("POST", "/simulation/bundles/" + symbolicName + "/stop", "").expectOk();
    }

    /** Starts a bundle again and waits until the platform is ready. */
    public void startBundle(String symbolicName) {
        send("POST", "/simulation/bundles/" + symbolicName + "/start", "").expectOk();
        await(
                "the platform is ready",
                Duration.ofSeconds(60),
                () -> get("/health/ready").ok());
    }

    /** Updates a bundle from where it came from, as a replacement by the same version, and waits until all is ready. */
    public void updateBundle(String symbolicName) {
        send("POST", "/simulation/bundles/" + symbolicName + "/update", "").expectOk();
        await(
                "the platform is ready",
                Duration.ofSeconds(60),
                () -> get("/health/ready").ok());
    }

    /** Puts a faulty connector in front of a system's own: {@code throws}, {@code hangs}, {@code floods}, {@code garbage}. */
    public void breakConnector(String system, String behaviour) {
        send("POST", "/simulation/faults/connectors/" + system + "/" + behaviour, "")
                .expectOk();
    }

    /** Installs a bundle that cannot resolve. */
    public void installBrokenBundle() {
        send("POST", "/simulation/faults/broken-bundle", "").expectOk();
    }

    /** Takes all injected faults away. */
    public void clearFaults() {
        send("POST", "/simulation/faults/clear", "").expectOk();
    }

    /** A request with any headers, for tests of refusals. */
    public Answer post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** A request without token. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** Waits for a condition and fails with its name. */
    public static void await(String condition, Duration limit, BooleanSupplier holds) {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new HarnessException("not within " + limit.toSeconds() + " s: " + condition);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    private Answer send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.ofString(body)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.timeout(REQUEST_LIMIT).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new HarnessException("the platform at " + base + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    HttpClient http() {
        return http;
    }
}
