package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.http.Reply;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

@Timeout(60)
class StreamAndDeadlineTest {
    private static final Map<String, String> LINE = Map.of("type", "SOURCE");

    @Test
    void sendsTheFirstLineWhileASourceStillHangs() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        try (Server server = new Server()) {
            server.endpoints.add(FakeEndpoint.search(request -> Reply.lines(line -> {
                line.accept(Map.of("type", "QUERY"));
                await(hanging);
                line.accept(LINE);
            })));
            var request = server.request("POST", "/v1/searches", "{}", Map.of()).build();
            try (InputStream body = server.client()
                            .send(request, BodyHandlers.ofInputStream())
                            .body();
                    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("{\"type\":\"QUERY\"}");
                assertThat(server.audit.entries).hasSize(1);
                hanging.countDown();
                assertThat(lines.readLine()).isEqualTo("{\"type\":\"SOURCE\"}");
                assertThat(lines.readLine()).isNull();
            }
        }
    }

    @Test
    void stopsTheWorkWhenTheClientHasGone() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<RuntimeException> seen = new CompletableFuture<>();
        try (Server server = new Server()) {
            server.endpoints.add(FakeEndpoint.search(request -> Reply.lines(line -> {
                try {
                    line.accept(LINE);
                    await(left);
                    while (true) {
                        line.accept(LINE);
                    }
                } catch (RuntimeException e) {
                    seen.complete(e);
                    throw e;
                }
            })));
            var request = server.request("POST", "/v1/searches", "{}", Map.of()).build();
            InputStream body =
                    server.client().send(request, BodyHandlers.ofInputStream()).body();
            assertThat(body.read()).isEqualTo('{');
            body.close();
            left.countDown();
            assertThat(seen.get(30, TimeUnit.SECONDS)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void neverTakesAnUnfinishedRequestForASuccess() throws IOException {
        try (Server server = new Server();
                Socket client = new Socket("127.0.0.1", server.port())) {
            server.endpoints.add(FakeEndpoint.search(request -> Reply.ok(LINE)));
            String begun = "POST /v1/searches HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer " + FakeAccess.TOKEN
                    + "\r\nPolyonym-Purpose: BORDER_ENTRY\r\nPolyonym-Case: case-1\r\n\r\n{";
            client.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void givesAProblemInsteadOfAStreamThatNeverBegan() {
        try (Server server = new Server()) {
            server.endpoints.add(FakeEndpoint.search(request -> Reply.lines(line -> {
                throw ProblemException.of(ProblemType.STORE_UNAVAILABLE, "gone");
            })));
            Server.Answer answer = server.post("/v1/searches", "{}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("PLY-5003");
        }
    }

    @Test
    void endsABrokenStreamWithAProblemLine() {
        try (Server server = new Server()) {
            server.endpoints.add(FakeEndpoint.search(request -> Reply.lines(line -> {
                line.accept(LINE);
                throw new IllegalStateException("SELMANI");
            })));
            Server.Answer answer = server.post("/v1/searches", "{}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/x-ndjson");
            String last = answer.text().lines().toList().getLast();
            assertThat(Server.read(last).path("problem").path("code").asText()).isEqualTo("PLY-5005");
            assertThat(answer.text()).doesNotContain("SELMANI");
        }
    }

    @Test
    void streamsNothingWithoutItsAuditEntry() {
        try (Server server = new Server()) {
            server.audit.failing = true;
            server.endpoints.add(FakeEndpoint.search(request -> Reply.lines(line -> line.accept(LINE))));
            Server.Answer answer = server.post("/v1/searches", "{}");
            assertThat(answer.code()).isEqualTo("PLY-5002");
            assertThat(answer.text()).doesNotContain("SOURCE");
        }
    }

    @Test
    void answersForALateWorkerOnceAndOnlyOnce() {
        CountDownLatch late = new CountDownLatch(1);
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (Server server = new Server(Duration.ofSeconds(2), new Admission(8, 0, Duration.ZERO))) {
            server.endpoints.add(FakeEndpoint.link(request -> {
                await(late);
                done.complete(null);
                return Reply.ok(LINE);
            }));
            Server.Answer answer = server.get("/v1/links/link-1");
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.code()).isEqualTo("PLY-1014");
            late.countDown();
            done.join();
            server.endpoints.add(FakeEndpoint.link(request -> Reply.ok(LINE)));
            assertThat(server.get("/v1/links/link-1").status()).isEqualTo(200);
            assertThat(server.audit.entries)
                    .extracting(entry -> entry.detail().get("status"))
                    .containsExactly("504", "200");
        }
    }

    @Test
    void waitsLongerForACallerThatAskedToWait() {
        try (Server server = new Server(Duration.ofMillis(200), new Admission(8, 0, Duration.ZERO))) {
            CountDownLatch timedOut = new CountDownLatch(1);
            server.endpoints.add(FakeEndpoint.link(request -> {
                await(timedOut);
                return Reply.ok(LINE);
            }));
            CompletableFuture<Server.Answer> patient = CompletableFuture.supplyAsync(
                    () -> server.send("GET", "/v1/links/link-1", "", Map.of("Prefer", "wait=20")));
            assertThat(server.get("/v1/links/link-1").status()).isEqualTo(504);
            timedOut.countDown();
            assertThat(patient.join().status()).isEqualTo(200);
        }
    }

    @Test
    void turnsTheNextOneAwayWhenFull() throws ExecutionException, InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (Server server = new Server(Duration.ofSeconds(20), new Admission(1, 0, Duration.ZERO))) {
            server.endpoints.add(held(inside, leave));
            CompletableFuture<Server.Answer> first =
                    CompletableFuture.supplyAsync(() -> server.get("/v1/links/link-1"));
            await(inside);
            Server.Answer second = server.get("/v1/links/link-1");
            assertThat(second.code()).isEqualTo("PLY-5004");
            assertThat(second.headers()).containsKey("Retry-After");
            leave.countDown();
            assertThat(first.get().status()).isEqualTo(200);
        }
    }

    @Test
    void letsTheNextOneWaitForItsTurnAndTurnsItAwayWhenItDoesNotCome() throws ExecutionException, InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Admission admission = new Admission(1, 1, Duration.ofSeconds(1));
        try (Server server = new Server(Duration.ofSeconds(20), admission)) {
            server.endpoints.add(held(inside, leave));
            CompletableFuture<Server.Answer> first =
                    CompletableFuture.supplyAsync(() -> server.get("/v1/links/link-1"));
            await(inside);
            Server.Answer waited = server.get("/v1/links/link-1");
            assertThat(waited.code()).isEqualTo("PLY-5004");
            assertThat(waited.headers()).containsKey("Retry-After");
            leave.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            // Both leave, right after their answers: then there is room for two again, and no more.
            untilEntered(admission);
            untilEntered(admission);
            assertThat(admission.enter()).isFalse();
        }
    }

    @Test
    void answersOneThatWaitedWhenItsTurnComes() throws ExecutionException, InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Admission admission = new Admission(1, 1, Duration.ofSeconds(20));
        try (Server server = new Server(Duration.ofSeconds(20), admission)) {
            server.endpoints.add(held(inside, leave));
            CompletableFuture<Server.Answer> first =
                    CompletableFuture.supplyAsync(() -> server.get("/v1/links/link-1"));
            await(inside);
            CompletableFuture<Server.Answer> second =
                    CompletableFuture.supplyAsync(() -> server.get("/v1/links/link-1"));
            // The second is in, and so there is no room for a third.
            while (admission.enter()) {
                admission.leave();
                Thread.sleep(10);
            }
            leave.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(second.get().status()).isEqualTo(200);
        }
    }

    /** Does not answer before it may. */
    private static FakeEndpoint held(CountDownLatch inside, CountDownLatch leave) {
        return FakeEndpoint.link(request -> {
            inside.countDown();
            await(leave);
            return Reply.ok(LINE);
        });
    }

    private static void untilEntered(Admission admission) throws InterruptedException {
        while (!admission.enter()) {
            Thread.sleep(10);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came within 30 s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
