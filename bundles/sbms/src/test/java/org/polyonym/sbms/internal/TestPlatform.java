package org.polyonym.sbms.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;
import org.polyonym.sbms.BiometricMatching;

/** Several nodes in one JVM over one store. Shards are dealt out in turn among the members that are there. */
final class TestPlatform implements AutoCloseable {
    /** What a node does with a call. */
    @FunctionalInterface
    interface Behaviour {
        byte[] answer(Node node, byte[] request, Duration limit) throws GridException, InterruptedException;
    }

    static final Behaviour WELL = (node, request, limit) -> node.gallery.handle(request);
    static final Behaviour LATE = (node, request, limit) -> {
        TimeUnit.NANOSECONDS.sleep(limit.toNanos());
        throw new GridException("late");
    };

    private final Bench bench;
    private final List<Node> present = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger started = new AtomicInteger();

    TestPlatform(Bench bench) {
        this.bench = bench;
    }

    /** One node. */
    final class Node implements Grid {
        final Member member = new Member("id-" + started.incrementAndGet(), "node-" + started.get());
        final AtomicInteger calls = new AtomicInteger();
        final List<String> told = new CopyOnWriteArrayList<>();
        final GalleryService gallery;
        final BiometricMatching matching;
        volatile Behaviour behaviour = WELL;

        private Node() {
            present.add(this);
            gallery = new GalleryService(bench.documents, this);
            matching = bench.service(gallery);
            changed();
        }

        void leave() {
            present.remove(this);
            changed();
        }

        /** Shards in memory of all systems. */
        long held() {
            return gallery.states().stream()
                    .mapToLong(state -> state.shards().size())
                    .sum();
        }

        @Override
        public Member self() {
            return member;
        }

        @Override
        public List<Member> members() {
            return present.stream().map(node -> node.member).toList();
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public boolean majority() {
            return present.size() >= 2;
        }

        @Override
        public Member owner(int shard) {
            List<Member> members = members();
            return members.get(shard % members.size());
        }

        @Override
        public byte[] call(Member target, String handler, byte[] request, Duration limit)
                throws GridException, InterruptedException {
            Node node = present.stream()
                    .filter(each -> each.member.equals(target))
                    .findFirst()
                    .orElseThrow(() -> new GridException("the member has gone"));
            node.calls.incrementAndGet();
            try {
                return node.behaviour.answer(node, request, limit);
            } catch (RuntimeException e) {
                throw new GridException("failed", e);
            }
        }

        @Override
        public void tellOthers(String handler, byte[] message) {
            told.add(handler);
        }

        @Override
        public AutoCloseable onChange(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }

    Node start() {
        return new Node();
    }

    /** As when members come or go. */
    void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        present.forEach(node -> node.gallery.close());
    }
}
