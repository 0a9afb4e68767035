package org.polyonym.outbox.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;

/** The grid as one node sees it; the test says who is there. */
final class TestGrid implements Grid {
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile List<Member> members;
    volatile boolean majority = true;
    private final Member self;

    TestGrid(String id) {
        self = new Member(id, "node-of-" + id);
        members = List.of(self);
    }

    @Override
    public Member self() {
        return self;
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public int size() {
        return 3;
    }

    @Override
    public boolean majority() {
        return majority;
    }

    @Override
    public Member owner(int shard) {
        return self;
    }

    @Override
    public byte[] call(Member member, String handler, byte[] request, Duration limit) throws GridException {
        throw new GridException("nobody is called here");
    }

    @Override
    public void tellOthers(String handler, byte[] message) {
        told.add(handler);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}
