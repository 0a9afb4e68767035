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
