package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Ward.ignoreInterruption;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnThreadsTest {
    @Test
    void countsThreadsByTheLoaderThatTheyInherit() throws Exception {
        ClassLoader agency = new ClassLoader(getClass().getClassLoader()) {};
        CountDownLatch end = new CountDownLatch(1);
        Guard.call(Optional.of(agency), () -> {
            for (int i = 0; i < 3; i++) {
                Thread.ofPlatform().daemon().start(() -> ignoreInterruption(end));
            }
            return null;
        });
        assertThat(OwnThreads.count()).containsEntry(agency, 3);
        assertThat(Thread.currentThread().getContextClassLoader()).isNotEqualTo(agency);
        end.countDown();
    }
}
