package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int CALLERS = 8;

    // A clock that never goes back may begin anywhere.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - KEPT.toNanos() / 2);
    private final AtomicInteger computed = new AtomicInteger();
    private final Remembered<Integer> count = of(computed::incrementAndGet, LONG);

    private <T> Remembered<T> of(Supplier<T> source, Duration patience) {
        return new Remembered<>(source, KEPT, patience, nanos::get);
    }

    @Test
    void computesOnceWhileAValueIsKeptAndThenAnew() {
        assertThat(count.get()).isEqualTo(1);
        nanos.addAndGet(KEPT.toNanos() - 1);
        assertThat(count.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(count.get()).isEqualTo(2);
    }

    @Test
    void theTimeOfAValueBeginsBeforeItIsComputed() {
        Remembered<Integer> slow = of(
                () -> {
                    nanos.addAndGet(KEPT.toNanos());
                    return computed.incrementAndGet();
                },
                LONG);
        assertThat(slow.get()).isEqualTo(1);
        assertThat(slow.get()).isEqualTo(2);
    }

    @Test
    void computesAnewWhenThePastWasForgotten() {
        count.get();
        count.forget();
        assertThat(count.get()).isEqualTo(2);
    }

    @Test
    void doesNotKeepWhatWasBegunBeforeThePastWasForgotten() {
        List<Remembered<Integer>> self = new ArrayList<>();
        Remembered<Integer> overtaken = of(
                () -> {
                    self.getFirst().forget();
                    return computed.incrementAndGet();
                },
                LONG);
        self.add(overtaken);
        assertThat(overtaken.get()).isEqualTo(1);
        assertThat(overtaken.get()).isEqualTo(2);
    }

    @Test
    void doesNotRememberAnException() {
        Remembered<Integer> failing = of(
                () -> {
                    if (computed.incrementAndGet() == 1) {
                        throw new IllegalStateException("not now");
                    }
                    return computed.get();
                },
                LONG);
        assertThatThrownBy(failing::get).hasMessage("not now");
        assertThat(failing.get()).isEqualTo(2);
    }

    @Test
    void oneComputesForAllWhoAskMeanwhile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Remembered<Integer> slow = of(() -> computedAfter(begun, mayEnd), LONG);
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<Integer>> answers = new ArrayList<>();
            answers.add(callers.submit(slow::get));
            begun.await();
            for (int i = 1; i < CALLERS; i++) {
                answers.add(callers.submit(slow::get));
            }
            mayEnd.countDown();
            for (Future<Integer> each : answers) {
                assertThat(each.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
            }
        }
        assertThat(computed).hasValue(1);
    }

    @Test
    void doesNotWaitForEverForAnotherCallersComputation() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Remembered<String> stuck = of(
                () -> {
                    if (calls.incrementAndGet() > 1) {
                        return "by itself";
                    }
                    computedAfter(begun, mayEnd);
                    return "late";
                },
                Duration.ofMillis(10));
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            Future<String> first = callers.submit(stuck::get);
            begun.await();
            Future<String> second = callers.submit(stuck::get);
            try {
                assertThat(second.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("by itself");
            } finally {
                mayEnd.countDown();
            }
            assertThat(first.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("late");
        }
    }

    private int computedAfter(CountDownLatch begun, CountDownLatch mayEnd) {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return computed.incrementAndGet();
    }
}
