package org.polyonym.simulation.harness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;

/**
 * A running platform that was started with {@code --demo}: its nodes, its demo issuer and the levers of the simulation. The
 * officers of a cluster are spread over its nodes; levers are pulled on every node that answers. Thread-safe.
 */
public final class Platform {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(4);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final String ISSUER = "etc/demo-issuer.jwk";

    private final Nodes nodes;
    private final TokenIssuer issuer;
    private final AtomicInteger officers = new AtomicInteger();

    private Platform(Nodes nodes, TokenIssuer issuer) {
        this.nodes = nodes;
        this.issuer = issuer;
    }

    /**
     * Connects to the instance or cluster whose home directory this is; the launcher has written {@code instance.env} or
     * {@code cluster.env} there.
     */
    public static Platform at(Path home) {
        Path cluster = home.resolve("cluster.env");
        List<URI> urls =
                Files.exists(cluster) ? urls(cluster, "url\\.\\d+") : urls(home.resolve("instance.env"), "url");
        return new Platform(new Nodes(urls), new TokenIssuer(home.resolve(ISSUER)));
    }

    /** Connects to the nodes of one platform by their homes. */
    public static Platform of(List<Path> homes) {
        List<URI> urls = homes.stream()
                .flatMap(home -> urls(home.resolve("instance.env"), "url").stream())
                .toList();
        return new Platform(new Nodes(urls), new TokenIssuer(homes.getFirst().resolve(ISSUER)));
    }

    private static List<URI> urls(Path env, String key) {
        try {
            List<URI> urls = Files.readAllLines(env).stream()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair[0].matches(key))
                    .map(pair -> URI.create(pair[1]))
                    .toList();
            if (urls.isEmpty()) {
                throw new HarnessException(env + " names no url");
            }
            return urls;
        } catch (IOException e) {
            throw new HarnessException(
                    "no running platform: " + env + " is missing; ./polyonym start --demo --home " + env.getParent(),
                    e);
        }
    }

    /** The root address, of the first node of a cluster. */
    public URI base() {
        return nodes.urls().getFirst();
    }

    /** The root addresses of all nodes. */
    public List<URI> nodes() {
        return nodes.urls();
    }

    /** The same platform, asked at one of its nodes alone (from 1). */
    public Platform node(int number) {
        return new Platform(new Nodes(List.of(nodes.urls().get(number - 1))), issuer);
    }

    /** An officer of that authority who acts for one purpose in one case. */
    public Officer officer(Authority authority, String user, Purpose purpose, String caseReference) {
        return officer(authority, user, List.of(purpose), purpose, TOKEN_VALIDITY, caseReference);
    }

    /** An officer with a token of its own making, for tests of refusals. */
    public Officer officer(
            Authority authority, String user, Collection<Purpose> allowed, Purpose used, Duration validity) {
        return officer(authority, user, allowed, used, validity, "case-1");
    }

    private Officer officer(
            Authority authority,
            String user,
            Collection<Purpose> allowed,
            Purpose used,
            Duration validity,
            String caseReference) {
        return new Officer(
                this,
                authority,
                user,
                issuer.token(authority, user, allowed, validity),
                used.name(),
                CaseReference.of(caseReference).text(),
                officers.getAndIncrement());
    }

    /** Sets the legal time and runs what is due. */
    public void setClock(Instant instant) {
        pull("PUT", "/simulation/clock", instant.toString());
    }

    /** Empties the store, which all nodes share. */
    public void reset() {
        send("POST", "/simulation/reset", "").expectOk();
    }

    /** Stops a bundle of the platform, as an operator could. */
    public void stopBundle(String symbolicName) {
        pull("POST", "/simulation/bundles/" + symbolicName + "/stop", "");
    }

    /** Starts a bundle again and waits until the platform is ready. */
    public void startBundle(String symbolicName) {
        pull("POST", "/simulation/bundles/" + symbolicName + "/start", "");
        await(
                "the platform is ready",
                READY_LIMIT,
                () -> pulled("GET", "/health/ready", "").stream().allMatch(Answer::ok));
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
        pull("POST", "/simulation/faults/connectors/" + system + "/" + behaviour, "");
    }

    /** Installs a bundle that cannot resolve. */
    public void installBrokenBundle() {
        pull("POST", "/simulation/faults/broken-bundle", "");
    }

    /** Takes all injected faults away. */
    public void clearFaults() {
        pull("POST", "/simulation/faults/clear", "");
    }

    /** A request with any headers, for tests of refusals. */
    public Answer post(String path, String body, Map<String, String> headers) {
        return send(new Call("POST", path, body, headers), 0);
    }

    /** A request without token. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    private void pull(String method, String path, String body) {
        pulled(method, path, body).forEach(Answer::expectOk);
    }

    /** The answers of all nodes that give one; at least one must. */
    private List<Answer> pulled(String method, String path, String body) {
        List<Answer> answers = new ArrayList<>();
        for (URI node : nodes.urls()) {
            try {
                answers.add(nodes.sendTo(node, new Call(method, path, body, Map.of())));
            } catch (ConnectException down) {
                // It has no lever to pull, and takes its settings anew when it comes back.
                continue;
            } catch (IOException e) {
                throw new HarnessException("the platform at " + node + " does not answer: " + e.getMessage(), e);
            }
        }
        if (answers.isEmpty()) {
            throw new HarnessException("no node of the platform answers: " + nodes.urls());
        }
        return answers;
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
        return send(new Call(method, path, body, Map.of()), 0);
    }

    Answer send(Call call, int first) {
        return nodes.send(call, first);
    }

    Stream<String> stream(Call call, int first) {
        return nodes.stream(call, first);
    }
}
