package org.polyonym.simulation.faults.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.polyonym.simulation.faults.client.Node;

/** The nodes in turn. Thread-safe. */
public final class Nodes {
    private final List<Node> all;
    private final Collection<String> left = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    /** Of a cluster. */
    public Nodes(Collection<Node> all) {
        this.all = List.copyOf(all);
    }

    /** All of them. */
    public List<Node> all() {
        return all;
    }

    /** Clients choose this node no more, as after a notice of maintenance. */
    public void leave(String name) {
        left.add(name);
    }

    /** They choose it again. */
    public void comeBack(String name) {
        left.remove(name);
    }

    /** The next one; of all when every one was left. */
    public Node next() {
        List<Node> open = new ArrayList<>(all);
        open.removeIf(node -> left.contains(node.name()));
        List<Node> choice = open.isEmpty() ? all : open;
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
    }
}
