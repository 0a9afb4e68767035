package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NodesTest {
    private final AtomicLong clock = new AtomicLong();
    private final Nodes nodes =
            new Nodes(List.of(URI.create("http://a"), URI.create("http://b"), URI.create("http://c")), clock::get);

    @Test
    void asksInTurn() {
        assertThat(List.of(nodes.next(), nodes.next(), nodes.next(), nodes.next()))
                .containsExactly(0, 1, 2, 0);
    }

    @Test
    void leavesOutANodeThatDidNotAnswerForAWhile() {
        nodes.didNotAnswer(1);
        assertThat(nodes.after(0)).isEqualTo(2);
        clock.set(Nodes.AVOIDED_MILLIS);
        assertThat(nodes.after(0)).isEqualTo(1);
    }

    @Test
    void asksTheNextAllTheSameWhenNoneHasAnswered() {
        for (int node = 0; node < nodes.size(); node++) {
            nodes.didNotAnswer(node);
        }
        assertThat(nodes.after(0)).isEqualTo(1);
    }
}
