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
import java.util.concurrent.atomic.AtomicInteger;
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

    private final List<URI> nodes;
    private final AtomicInteger current = new AtomicInteger();
    private final TokenIssuer issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Platform(List<URI> nodes, TokenIssuer issuer) {
        this.nodes = List.copyOf(nodes);
        this.issuer = issuer;
    }

    /** Connects to the instance whose home directory this is; the launcher has written {@code instance.env} there. */
    public static Platform at(Path home) {
        return of(List.of(home));
    }

    /**
     * Connects to the nodes of one platform by their homes. Requests go to the first; when a node does not answer, the same
     * request goes to the next one, and so do those after it.
     */
    public static Platform of(List<Path> homes) {
        List<URI> nodes = homes.stream().map(Platform::address).toList();
        return new Platform(nodes, new TokenIssuer(homes.getFirst().resolve("etc/demo-issuer.jwk")));
    }

    private static URI address(Path home) {
        Path env = home.resolve("instance.env");
        try {
            return Files.readAllLines(env).stream()
                    .filter(line -> line.startsWith("url="))
                    .map(line -> URI.create(line.substring("url=".length())))
                    .findFirst()
                    .orElseThrow(() -> new HarnessException(env + " names no url"));
        } catch (IOException e) {
            throw new HarnessException(
                    "no running platform in " + home + ": ./polyonym start --demo --home " + home, e);
        }
    }

    /** The root address of the node that is asked at present. */
    public URI base() {
        return nodes.get(Math.floorMod(current.get(), nodes.size()));
    }

    /** The root addresses of all nodes. */
    public List<URI> nodes() {
        return nodes;
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base().resolve(path)).POST(BodyPublishers.ofString(body));
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
        return send(HttpRequest.newBuilder(base().resolve(path)).method(method, BodyPublishers.ofString(body)));
    }

    Answer send(HttpRequest.Builder request) {
        int asked = current.get();
        for (int attempt = 1; ; attempt++) {
            HttpRequest built = request.timeout(REQUEST_LIMIT).build();
            try {
                var response = http.send(built, BodyHandlers.ofByteArray());
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException e) {
                if (attempt >= nodes.size()) {
                    throw new HarnessException("the platform at " + base() + " does not answer: " + e.getMessage(), e);
                }
                // Whoever comes first moves all on; the others follow.
                current.compareAndSet(asked, asked + 1);
                asked = current.get();
                request.uri(elsewhere(built.uri()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HarnessException("interrupted", e);
            }
        }
    }

    private URI elsewhere(URI failed) {
        String query = failed.getRawQuery();
        return base().resolve(failed.getRawPath() + (query == null ? "" : "?" + query));
    }

    HttpClient http() {
        return http;
    }
}
