package org.polyonym.gateway.internal;

import java.time.Duration;
import java.util.List;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;

/** A grid of three of which the test says how many are in sight. */
final class FakeGrid implements Grid {
    volatile boolean majority = true;
    private final Member self = new Member("id-1", "node-1");

    @Override
    public Member self() {
        return self;
    }

    @Override
    public List<Member> members() {
        return List.of(self);
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
        // Nobody is told here.
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}
