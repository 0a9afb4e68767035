package org.polyonym.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;

/** Three members in one JVM, over loopback. */
@Timeout(150)
class HazelcastGridTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> nodes = new ArrayList<>();
    private final List<HazelcastGrid> open = new ArrayList<>();
    private final List<Handlers> handlers = new ArrayList<>();
    private final CountDownLatch told = new CountDownLatch(1);

    @BeforeEach
    void choosePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            nodes.add("127.0.0.1:" + socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
    }

    @AfterEach
    void close() {
        open.forEach(HazelcastGrid::close);
        handlers.forEach(Handlers::close);
    }

    private HazelcastGrid node(int number, int keyFill) {
        String name = "node-" + number;
        Handlers own = new Handlers(() -> List.of(
                TestHandler.of("who", request -> name.getBytes(StandardCharsets.UTF_8)),
                TestHandler.of("wake", request -> {
                    told.countDown();
                    return new byte[0];
                }),
                TestHandler.of("broken", request -> {
                    throw new IllegalStateException("SELMANI");
                })));
        handlers.add(own);
        HazelcastGrid grid = new HazelcastGrid(
                new GridConfig(name, nodes, nodes.get(number - 1), SealTest.key(keyFill)),
                new Member("id-" + open.size() + "-" + name, name),
                own);
        open.add(grid);
        return grid;
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.onSpinWait();
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void membersMeetAgreeOnOwnersCallEachOtherAndLoseAndRegainTheMajority() throws Exception {
        HazelcastGrid one = node(1, 1);
        assertThat(one.majority()).as("before its member is there").isFalse();
        await("node 1 is up", () -> one.findings().getFirst().reason().contains("1 of 3"));
        assertThat(one.majority()).as("alone").isFalse();
        HazelcastGrid two = node(2, 1);
        await("two see each other", () -> one.majority() && two.majority());
        HazelcastGrid three = node(3, 1);
        await(
                "three see each other",
                () -> three.members().size() == 3 && one.members().size() == 3);
        assertThat(one.findings()).isEmpty();
        assertThat(one.members()).first().isEqualTo(one.self());
        for (int shard = 0; shard < 64; shard++) {
            assertThat(one.owner(shard)).isEqualTo(three.owner(shard));
        }
        assertThat(new String(one.call(three.self(), "who", new byte[0], LIMIT), StandardCharsets.UTF_8))
                .isEqualTo("node-3");
        assertThatThrownBy(() -> one.call(two.self(), "broken", new byte[0], LIMIT))
                .isInstanceOf(GridException.class)
                .hasMessage("handler broken failed with java.lang.IllegalStateException");
        assertThatThrownBy(() -> one.call(two.self(), "absent", new byte[0], LIMIT))
                .hasMessage("no handler absent is there");
        one.tellOthers("wake", new byte[0]);
        assertThat(told.await(20, TimeUnit.SECONDS)).as("the others were told").isTrue();

        CountDownLatch changed = new CountDownLatch(1);
        AutoCloseable listener = one.onChange(() -> {
            if (!one.majority()) {
                changed.countDown();
            }
        });
        two.close();
        three.close();
        await("alone again", () -> one.members().size() == 1);
        assertThat(changed.await(20, TimeUnit.SECONDS)).as("the loss was told").isTrue();
        assertThat(one.majority()).isFalse();
        listener.close();
        assertThatThrownBy(() -> one.call(two.self(), "who", new byte[0], LIMIT))
                .hasMessage("the member has gone");
        HazelcastGrid again = node(2, 1);
        await("the majority is back", () -> one.majority() && again.majority());
        assertThat(again.self().id()).isNotEqualTo(two.self().id());
    }

    @Test
    void aNodeWithAnotherKeyDoesNotComeIn() {
        HazelcastGrid one = node(1, 1);
        HazelcastGrid stranger = node(2, 2);
        await("both are up", () -> upAlone(one) && upAlone(stranger));
        HazelcastGrid three = node(3, 1);
        await("those of one key meet", () -> one.members().size() == 2 && three.majority());
        assertThat(stranger.members()).containsExactly(stranger.self());
    }

    private static boolean upAlone(HazelcastGrid grid) {
        return grid.findings().stream().anyMatch(each -> each.reason().contains("1 of 3"));
    }

    @Test
    void saysThatItsPortIsTakenAndStartsWhenItIsFree() throws IOException {
        int port = Integer.parseInt(nodes.getFirst().substring(nodes.getFirst().indexOf(':') + 1));
        HazelcastGrid one;
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            one = node(1, 1);
            HazelcastGrid starting = one;
            await(
                    "the reason is told",
                    () -> starting.findings().getFirst().reason().contains("Port"));
        }
        await("it came up", () -> upAlone(one));
    }
}
