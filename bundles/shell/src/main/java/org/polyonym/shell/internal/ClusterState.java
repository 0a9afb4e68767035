package org.polyonym.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.grid.Member;
import org.polyonym.store.TaskState;

/**
 * All nodes as this one sees them.
 *
 * @param self name of this node
 * @param size how many nodes there are to be
 * @param majority whether this node sees most of them
 * @param nodes those in sight, the oldest first
 * @param tasks what the store says; empty when it does not answer
 */
public record ClusterState(String self, int size, boolean majority, List<Node> nodes, Optional<Tasks> tasks) {
    /** Copies the list. */
    public ClusterState {
        nodes = List.copyOf(nodes);
    }

    /**
     * A node in sight.
     *
     * @param owned shards of every derived structure that it should hold
     * @param facts what it says of itself; empty when it does not answer
     */
    public record Node(Member member, List<Integer> owned, Optional<NodeFacts> facts) {}

    /**
     * Tasks of the platform.
     *
     * @param depth number by queue and state
     * @param claimed number by worker, which is a member's id
     */
    public record Tasks(Map<String, Map<TaskState, Long>> depth, Map<String, Long> claimed) {}

    /** The name of a worker's node; empty when it is not in sight. */
    public Optional<String> nodeOf(String worker) {
        return nodes.stream()
                .map(Node::member)
                .filter(member -> member.id().equals(worker))
                .map(Member::name)
                .findFirst();
    }
}
