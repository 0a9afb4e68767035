package org.polyonym.simulation.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.simulation.harness.Platform;

class SoakResultTest {
    private static final Jvm.Footprint BASE = new Jvm.Footprint(50 << 20, 80 << 20, 78, threads(66));

    @Test
    void hasNoFaultWhenAllIsBackAtItsBase() {
        assertThat(result(0, new Jvm.Footprint(90 << 20, (80 << 20) + 1000, 79, threads(70)))
                        .faults())
                .isEmpty();
    }

    @Test
    void namesFailedRequestsAndWhatWasLeftBehind() {
        assertThat(result(2, new Jvm.Footprint(50 << 20, 82 << 20, 98, threads(72)))
                        .faults())
                .hasSize(4)
                .anyMatch(f -> f.contains("2 requests failed"))
                .anyMatch(f -> f.contains("class loaders"))
                .anyMatch(f -> f.contains("metaspace"))
                .anyMatch(f -> f.contains("threads"));
    }

    @Test
    void metaspaceThatGrowsFarFromItsBaseIsAFaultAlsoWhenItDidSoInTheFirstHalf() {
        Jvm.Footprint grown = new Jvm.Footprint(50 << 20, 85 << 20, 78, threads(66));
        SoakResult calm = result(0, BASE);
        SoakResult result = new SoakResult(
                "deploy",
                20,
                20,
                200,
                100,
                0,
                List.of(),
                calm.base(),
                calm.under(),
                BASE,
                grown,
                grown,
                Map.of(),
                List.of());
        assertThat(result.faults()).singleElement().asString().startsWith("metaspace grew from");
    }

    @Test
    void whatWasAcknowledgedAndIsLostIsAFault() {
        assertThat(result(0, BASE)
                        .found(List.of("an acknowledged alert is found 0 times"))
                        .found(List.of("another"))
                        .faults())
                .containsExactly("an acknowledged alert is found 0 times", "another");
    }

    @Test
    void aRequestThatFailsBeforeAnyChangeIsAFaultToo() {
        Load base = new Load(
                List.of(new Load.Kind("bad", () -> {
                    throw new IllegalStateException("on purpose");
                })),
                1);
        base.start();
        base.burst(1);
        base.close();
        SoakResult result = SoakResult.of("deploy", 20, 20, 200, base, new Load(List.of(), 1), BASE, BASE, BASE);
        assertThat(result.faults()).singleElement().asString().contains("before any change", "on purpose");
    }

    @Test
    void writesAPageInWhichNoReasonIsTakenForMarkup() {
        assertThat(SoakPage.of(result(1, BASE)))
                .contains("&lt;b&gt; is unavailable")
                .doesNotContain("<b>");
    }

    @Test
    void ranksLatenciesInMilliseconds() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 100; i++) {
            latencies.add(i * 1_000L);
        }
        assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(100, 50, 99, 100));
        assertThat(new Latencies().summary().max()).isZero();
    }

    @Test
    @Timeout(20)
    void sendsAtItsRateWhetherOrNotEarlierRequestsWereAnswered() {
        AtomicInteger failing = new AtomicInteger();
        Load load = new Load(
                List.of(new Load.Kind("slow", () -> Requests.pause(Duration.ofSeconds(1))), new Load.Kind("bad", () -> {
                    failing.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                })),
                100);
        load.start();
        Platform.await(
                "slow ones are under way together",
                Duration.ofSeconds(10),
                () -> load.sent() > 20 && load.inFlight() > 5);
        load.burst(4);
        load.close();

        assertThat(load.sent()).isGreaterThan(20);
        assertThat(load.failed()).isEqualTo(failing.get());
        assertThat(load.failures()).contains("bad: on purpose");
        assertThat(load.inFlight()).isZero();
    }

    private static Threads threads(int agency) {
        return new Threads(Map.of("connector-N", agency));
    }

    private static SoakResult result(long failed, Jvm.Footprint after) {
        Map<String, Latencies.Summary> times = Map.of("elsewhere", new Latencies.Summary(10, 1, 2, 3));
        return new SoakResult(
                "deploy",
                20,
                20,
                200,
                100,
                failed,
                List.of("<b> is unavailable"),
                times,
                times,
                BASE,
                BASE,
                after,
                Map.of(),
                List.of());
    }
}
