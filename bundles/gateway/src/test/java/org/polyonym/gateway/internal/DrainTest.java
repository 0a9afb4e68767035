package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.http.Reply;

@Timeout(60)
class DrainTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aNodeThatStopsFinishesWhatItHasAndSendsTheRestElsewhere() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (Server server = new Server()) {
            server.endpoints.add(FakeEndpoint.search(request -> Reply.lines(line -> {
                working.countDown();
                await(released);
                line.accept(Map.of("type", "END"));
            })));
            CompletableFuture<Server.Answer> first =
                    CompletableFuture.supplyAsync(() -> server.send("POST", "/v1/searches", "{}", Map.of()));
            await(working);
            server.inFlight.close();

            Server.Answer second = server.send("POST", "/v1/searches", "{}", Map.of());
            assertThat(second.status()).isEqualTo(503);
            assertThat(second.code()).isEqualTo("PLY-5009");
            assertThat(second.headers()).containsEntry("Retry-After", "2").containsEntry("Connection", "close");
            assertThat(server.inFlight.awaitEmpty(SHORT)).isEqualTo(1);

            released.countDown();
            assertThat(server.inFlight.awaitEmpty(LONG)).isZero();
            assertThat(first.get(20, TimeUnit.SECONDS).text()).isEqualTo("{\"type\":\"END\"}\n");
        }
    }

    @Test
    void aComponentGoesWhenWhoIsInsideHasBeenAnswered() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        FakeEndpoint leaving = FakeEndpoint.search(request -> Reply.lines(line -> {
            working.countDown();
            await(released);
            line.accept(Map.of("type", "END"));
        }));
        try (Server server = new Server()) {
            server.endpoints.add(leaving);
            CompletableFuture<Server.Answer> inside =
                    CompletableFuture.supplyAsync(() -> server.send("POST", "/v1/searches", "{}", Map.of()));
            await(working);
            CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> server.endpoints.remove(leaving));
            awaitClosed(server.endpoints, leaving);
            Server.Answer next = server.send("POST", "/v1/searches", "{}", Map.of());
            assertThat(next.code()).isEqualTo("PLY-5001");
            assertThat(next.headers()).containsEntry("Retry-After", "2");
            assertThat(gone).isNotDone();

            released.countDown();
            gone.get(20, TimeUnit.SECONDS);
            assertThat(inside.get(20, TimeUnit.SECONDS).text()).isEqualTo("{\"type\":\"END\"}\n");
        }
    }

    private static void awaitClosed(Endpoints endpoints, FakeEndpoint leaving) throws InterruptedException {
        Operation operation = endpoints.description().describing(leaving).orElseThrow();
        for (var entered = endpoints.enter(operation); entered.isPresent(); entered = endpoints.enter(operation)) {
            entered.get().requests().leave();
            Thread.sleep(SHORT);
        }
    }

    @Test
    void aMapperKeepsNoClassOfAComponentThatHasGone() {
        Endpoints endpoints = new Endpoints();
        FakeEndpoint endpoint = FakeEndpoint.search(request -> Reply.ok(Map.of()));
        endpoints.add(endpoint);
        var before = endpoints.mapping().now();
        endpoints.remove(endpoint);
        assertThat(endpoints.mapping().now()).isNotSameAs(before);
    }

    @Test
    void aRefusedRequestIsNotCountedAsUnderWay() throws InterruptedException {
        InFlight requests = new InFlight();
        assertThat(requests.enter()).isTrue();
        requests.close();
        assertThat(requests.enter()).isFalse();
        requests.leave();
        assertThat(requests.awaitEmpty(SHORT)).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
