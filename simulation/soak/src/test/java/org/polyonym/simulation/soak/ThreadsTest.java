package org.polyonym.simulation.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final Threads BASE = Threads.named(List.of(
            "main",
            "qtp1234-40",
            "qtp1234-41-acceptor-0@1f-ServerConnector@2{HTTP/1.1, (http/1.1)}{127.0.0.1:0}",
            "ForkJoinPool-1-worker-3",
            "FelixResolver-1",
            "connector-PR:MS-2-1"));

    @Test
    void countsAPoolThatBreathesOnceHoweverLargeItIs() {
        assertThat(BASE.total()).isEqualTo(5);
        assertThat(Threads.named(List.of("qtp1-1", "qtp1-2", "qtp1-3", "ForkJoinPool-1-worker-1", "FelixResolver-2"))
                        .count())
                .isEqualTo(Map.of("qtpN", 1, "ForkJoinPool-N-worker", 1, "FelixResolver", 1));
    }

    @Test
    void aSecondPoolAndAnyOtherThreadIsMoreThanBefore() {
        Threads after = Threads.named(
                List.of("main", "qtp1234-40", "qtp99-1", "connector-PR:MS-2-1", "connector-PR:MS-2-2", "relay"));
        assertThat(after.beyond(BASE)).isEqualTo(Map.of("qtpN", 1, "connector-PR:MS-N-N", 1, "relay", 1));
        assertThat(BASE.beyond(BASE)).isEmpty();
    }

    @Test
    void doesNotCountWhatLooksAtIt() {
        assertThat(Threads.named(List.of(
                                "RMI TCP Connection(2)-127.0.0.1",
                                "JMX server connection timeout 9",
                                "Attach Listener"))
                        .total())
                .isZero();
    }
}
