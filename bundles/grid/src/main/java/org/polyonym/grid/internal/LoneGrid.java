package org.polyonym.grid.internal;

import java.time.Duration;
import java.util.List;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;

/**
 * A node alone: it is always in the majority, owns every shard, and nobody comes or goes. Public for tests of other
 * components.
 */
public final class LoneGrid implements Grid {
    private final Member self;
    private final Handlers handlers;

    LoneGrid(Member self, Handlers handlers) {
        this.self = self;
        this.handlers = handlers;
    }

    /** One without handlers. */
    public static Grid withoutHandlers() {
        return new LoneGrid(new Member("id-1", "node-1"), new Handlers(List::of));
    }

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
    public byte[] call(Member member, String handler, byte[] request, Duration limit)
            throws GridException, InterruptedException {
        if (!member.equals(self)) {
            throw new GridException("no such member");
        }
        return handlers.handleWithin(handler, request, limit);
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
