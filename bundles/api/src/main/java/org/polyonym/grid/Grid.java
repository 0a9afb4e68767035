package org.polyonym.grid;

import java.time.Duration;
import java.util.List;

/**
 * The nodes that work together. What it says is a hint and may be wrong for seconds after a node was lost: correctness
 * rests on the store (versions, epochs, unique terms), never on the grid. Thread-safe; always there, also on a single node.
 */
public interface Grid {
    /** This node. */
    Member self();

    /** The nodes in sight, this one included, the oldest first. */
    List<Member> members();

    /** How many nodes the platform is configured to have; 1 alone. */
    int size();

    /**
     * Whether this node sees a majority of the configured nodes. One that does not accepts no writes and claims no tasks,
     * and heals by itself.
     */
    boolean majority();

    /** The node that should hold a shard (0 to 63) of every derived structure. Changes with the members. */
    Member owner(int shard);

    /**
     * Calls a handler on a member and waits; a call to this node itself goes without network.
     *
     * @throws GridException when it is not answered within the limit
     * @throws InterruptedException when interrupted while waiting
     */
    byte[] call(Member member, String handler, byte[] request, Duration limit)
            throws GridException, InterruptedException;

    /** Tells all other members, without waiting; a message may be lost, so it only ever makes something happen sooner. */
    void tellOthers(String handler, byte[] message);

    /** Calls back (any thread, quickly) after members or the majority have changed; close to stop. */
    AutoCloseable onChange(Runnable listener);
}
