package org.polyonym.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;

@Timeout(30)
class LoneGridTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final CountDownLatch never = new CountDownLatch(1);
    private final Handlers handlers = new Handlers(() -> List.of(
            TestHandler.of("echo", request -> request),
            TestHandler.of("late", request -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return request;
            }),
            TestHandler.of("broken", request -> {
                throw new IllegalStateException("SELMANI");
            })));
    private final Member self = new Member("id-1", "node-1");
    private final LoneGrid grid = new LoneGrid(self, handlers);

    @AfterEach
    void close() {
        handlers.close();
    }

    @Test
    void ownsEverythingAndAnswersItself() throws Exception {
        assertThat(grid.majority()).isTrue();
        assertThat(grid.owner(63)).isEqualTo(self);
        assertThat(grid.call(self, "echo", new byte[] {1}, LIMIT)).containsExactly(1);
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        assertThatThrownBy(() -> grid.call(self, "late", new byte[0], Duration.ofMillis(50)))
                .isInstanceOf(GridException.class)
                .hasMessageContaining("50 ms");
    }

    @Test
    void saysWhatIsMissingAndNeverWhatAHandlerSaid() {
        assertThatThrownBy(() -> grid.call(self, "absent", new byte[0], LIMIT))
                .hasMessage("no handler absent is there");
        assertThatThrownBy(() -> grid.call(self, "broken", new byte[0], LIMIT))
                .isInstanceOf(GridException.class)
                .hasMessage("handler broken failed with java.lang.IllegalStateException");
        assertThatThrownBy(() -> grid.call(new Member("id-2", "node-2"), "echo", new byte[0], LIMIT))
                .hasMessage("no such member");
    }

    @Test
    void startsNothingOfHazelcast() {
        Grid alone = GridComponent.open(GridConfig.read(Map.of()), handlers);
        assertThat(alone.members()).hasSize(1);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread ->
                        thread.getName().startsWith("hz.") || thread.getName().equals("grid-member"));
    }
}
