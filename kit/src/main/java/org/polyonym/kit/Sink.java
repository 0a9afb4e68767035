package org.polyonym.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.polyonym.connector.Item;

/** Takes items as the portal does: up to a number, then it throws. Thread-safe. */
public final class Sink implements Consumer<Item> {
    private final int most;
    private final List<Item> items = new ArrayList<>();
    private final Full full = new Full();
    private int offered;

    /** Takes so many. */
    public Sink(int most) {
        this.most = most;
    }

    @Override
    public synchronized void accept(Item item) {
        offered++;
        if (offered > most) {
            throw full;
        }
        items.add(item);
    }

    synchronized List<Item> items() {
        return new ArrayList<>(items);
    }

    synchronized int offered() {
        return offered;
    }

    boolean threw(Throwable thrown) {
        return thrown == full || thrown.getCause() == full;
    }

    /** What the connector gets when the sink takes no more. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("the sink takes no more items");
        }
    }
}
