package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.simulation.harness.HarnessException;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TogetherTest {
    private final Together together = new Together();

    @Test
    void givesWhatEachCameTo() throws InterruptedException {
        CompletableFuture<String> load = together.start("no load", () -> "load");
        CompletableFuture<Integer> outcome = together.start("no case", () -> 14);
        assertThat(together.await(load)).isEqualTo("load");
        assertThat(together.await(outcome)).isEqualTo(14);
    }

    @Test
    void aKillThatFailsIsKnownWhileTheLoadGoesOn(@TempDir Path home) {
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Void> load = together.start("no load", () -> {
            end.await();
            return null;
        });
        together.start("no node was killed", () -> Campaign.killAt(0, new NodeProcess(home)));
        try {
            assertThatThrownBy(() -> together.await(load))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageStartingWith("no node was killed: cannot read which process is the node");
        } finally {
            end.countDown();
        }
    }

    @Test
    void anErrorIsAFailureToo() {
        CompletableFuture<Void> load = together.start("no load", () -> {
            throw new StackOverflowError("too deep");
        });
        assertThatThrownBy(() -> together.await(load)).hasMessage("no load: java.lang.StackOverflowError: too deep");
    }
}
