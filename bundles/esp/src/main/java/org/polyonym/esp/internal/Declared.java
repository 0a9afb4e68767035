package org.polyonym.esp.internal;

import java.util.List;
import java.util.Set;
import org.polyonym.access.DataCategory;
import org.polyonym.connector.Item;

/** Cuts items to the categories of data that their connector says it answers with; its reference every item has. Pure. */
final class Declared {
    private Declared() {}

    static List<Item> only(Set<DataCategory> declared, List<Item> items) {
        return items.stream().map(item -> only(declared, item)).toList();
    }

    private static Item only(Set<DataCategory> declared, Item item) {
        return new Item(
                item.origin(),
                item.group(),
                item.matchedBy(),
                item.score(),
                item.identity().filter(i -> declared.contains(DataCategory.IDENTITY)),
                declared.contains(DataCategory.DOCUMENT) ? item.documents() : List.of(),
                declared.contains(DataCategory.BIOMETRIC) ? item.samples() : List.of(),
                item.facts().stream()
                        .filter(f -> declared.contains(f.category()))
                        .toList());
    }
}
