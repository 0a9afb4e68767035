package org.polyonym.sbms.internal;

import java.time.Duration;
import java.util.List;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;

/** A node alone; it never calls. */
final class LoneTestGrid implements Grid {
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
        return 1;
    }

    @Override
    public boolean majority() {
        return true;
    }

    @Override
    public Member owner(int shard) {
        return self;
    }

    @Override
    public byte[] call(Member member, String handler, byte[] request, Duration limit) throws GridException {
        throw new GridException("a node alone calls nobody");
    }

    @Override
    public void tellOthers(String handler, byte[] message) {
        // There are none.
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}
