package org.polyonym.esp.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private long size;
    private ConnectorFault fault;

    ItemSink(SystemId system, int maxItems, BooleanSupplier over) {
        this.system = system;
        this.maxItems = maxItems;
        this.over = over;
    }

    @Override
    public synchronized void accept(Item item) {
        if (fault != null) {
            throw fault; // nothing more is looked at, so that a flood costs as little as may be
        }
        if (over.getAsBoolean()) {
            throw fail(ConnectorFault.blameless("the connector gave an item after its time was over"));
        }
        if (items.size() >= maxItems) {
            throw fail(Breach.FLOODED, "gave more than " + maxItems + " items");
        }
        if (!wellFormed(item)) {
            throw fail(Breach.MALFORMED, "gave an item without its mandatory parts");
        }
        if (!own(item)) {
            throw fail(Breach.OTHER_SYSTEM, "answered for another system");
        }
        long itemSize = ItemSize.of(item);
        size += itemSize;
        if (itemSize > ItemSize.MAX_ITEM || size > ItemSize.MAX_ANSWER) {
            throw fail(Breach.TOO_LARGE, "gave an item or an answer that is too large");
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

    /** What it did wrong, when it did. */
    synchronized Optional<ConnectorFault> fault() {
        return Optional.ofNullable(fault);
    }

    private ConnectorFault fail(Breach breach, String what) {
        return fail(ConnectorFault.of(breach, "the connector " + what));
    }

    /** The first fault counts; the items are of no use any more. */
    private ConnectorFault fail(ConnectorFault now) {
        fault = fault == null ? now : fault;
        items.clear();
        return fault;
    }

    /** Record and group: a group of another system would bring in that system's links. */
    private boolean own(Item item) {
        return item.origin().system().equals(system)
                && item.group().map(g -> g.system().equals(system)).orElse(true);
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
