package org.polyonym.esp.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.model.SystemId;

/** Takes the items of one connector, which is trusted with nothing: form, origin, number and time are checked. */
final class ItemSink implements Consumer<Item> {
    private final SystemId system;
    private final int maxItems;
    private final BooleanSupplier over;
    private final List<Item> items = new ArrayList<>();
    private ConnectorFault fault;

    ItemSink(SystemId system, int maxItems, BooleanSupplier over) {
        this.system = system;
        this.maxItems = maxItems;
        this.over = over;
    }

    @Override
    public synchronized void accept(Item item) {
        if (over.getAsBoolean()) {
            throw fail("gave an item after its time was over");
        }
        if (items.size() >= maxItems) {
            throw fail("gave more than " + maxItems + " items");
        }
        if (!wellFormed(item)) {
            throw fail("gave an item without its mandatory parts");
        }
        if (!item.origin().system().equals(system)) {
            throw fail("answered for another system");
        }
        items.add(item);
    }

    /** What was taken; throws when the connector broke its contract, even if it swallowed the exception. */
    synchronized List<Item> taken() {
        if (fault != null) {
            throw fault;
        }
        return List.copyOf(items);
    }

    private ConnectorFault fail(String what) {
        fault = fault == null ? new ConnectorFault("the connector " + what) : fault;
        return fault;
    }

    private static boolean wellFormed(Item item) {
        return item != null
                && item.origin() != null
                && item.group() != null
                && item.identity() != null
                && Double.isFinite(item.score())
                && item.facts().stream().allMatch(ItemSink::wellFormed);
    }

    private static boolean wellFormed(Fact fact) {
        return fact.category() != null && fact.name() != null && fact.value() != null;
    }
}
