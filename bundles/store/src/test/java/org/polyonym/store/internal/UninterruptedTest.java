package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class UninterruptedTest {
    @Test
    void theWorkDoesNotNoticeAnInterruptionAndTheCallerDoesAfterwards() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean disturbed = new AtomicBoolean(true);
        AtomicBoolean noted = new AtomicBoolean();
        Thread caller = Thread.ofPlatform().start(() -> {
            Uninterrupted.run(() -> {
                inside.countDown();
                disturbed.set(sleepsLessThan(200));
            });
            noted.set(Thread.interrupted());
        });
        inside.await();
        caller.interrupt();
        caller.join();
        assertThat(disturbed).isFalse();
        assertThat(noted).isTrue();
    }

    @Test
    void throwsWhatTheWorkThrew() {
        IllegalStateException fault = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> Uninterrupted.run(() -> {
                    throw fault;
                }))
                .isSameAs(fault);
        AssertionError error = new AssertionError("on purpose");
        assertThatThrownBy(() -> Uninterrupted.run(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    private static boolean sleepsLessThan(long millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
