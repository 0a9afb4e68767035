package org.polyonym.esp.internal;

import java.util.Collection;
import java.util.stream.Stream;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.model.IdentityData;

/** How large an item is, in characters, for the limits only; every element of a list counts for some more. */
final class ItemSize {
    /** Largest item. */
    static final long MAX_ITEM = 64 * 1024;
    /** Largest answer of one source. */
    static final long MAX_ANSWER = 1024 * 1024;
    /** What an element of a list counts for beside its text. */
    private static final long ELEMENT = 32;

    private ItemSize() {}

    /** Looks at lists before it walks through them, so that a list of a million elements costs nothing. */
    static long of(Item item) {
        long elements = ELEMENT * elements(item);
        if (elements > MAX_ITEM) {
            return elements;
        }
        return elements
                + item.origin().recordId().length()
                + item.group().map(g -> g.groupId().length()).orElse(0)
                + item.facts().stream().mapToLong(ItemSize::of).sum()
                + item.samples().stream().mapToLong(s -> s.sampleId().length()).sum()
                + item.documents().stream().mapToLong(d -> d.number().length()).sum()
                + item.identity().map(ItemSize::of).orElse(0L);
    }

    private static long elements(Item item) {
        long own = Stream.<Collection<?>>of(item.facts(), item.documents(), item.samples())
                .mapToLong(Collection::size)
                .sum();
        return own
                + item.identity()
                        .map(i -> (long) i.names().size() + i.nationalities().size())
                        .orElse(0L);
    }

    private static long of(Fact fact) {
        return (long) fact.name().length() + fact.value().length();
    }

    private static long of(IdentityData identity) {
        return identity.birthPlace().length()
                + identity.names().stream()
                        .mapToLong(n ->
                                (long) n.familyName().length() + n.givenNames().length())
                        .sum();
    }
}
