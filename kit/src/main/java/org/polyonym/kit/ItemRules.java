package org.polyonym.kit;

import java.util.ArrayList;
import java.util.List;
import org.polyonym.access.DataCategory;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.model.PersonName;

/** What an item may hold. Pure; breaches never quote an item's data. */
public final class ItemRules {
    /** Most characters of all texts of an item together; the portal's own limit. */
    public static final int MAX_CHARACTERS = 65_536;

    private ItemRules() {}

    /** What is missing or too large. */
    public static List<String> form(Item item) {
        List<String> breaches = new ArrayList<>();
        if (item.origin() == null || item.group() == null || item.identity() == null) {
            breaches.add("an item lacks its record, or has null where an Optional belongs");
            return breaches;
        }
        if (!Double.isFinite(item.score())) {
            breaches.add("the score is not a number");
        }
        if (item.matchedBy().isEmpty()) {
            breaches.add("matchedBy is empty: say what the record was found by");
        }
        if (item.facts().stream().anyMatch(f -> f.category() == null || f.name() == null || f.value() == null)) {
            breaches.add("a fact lacks its category, name or value");
        } else if (characters(item) > MAX_CHARACTERS) {
            breaches.add("an item has more than " + MAX_CHARACTERS + " characters: give the reference, not the file");
        }
        return breaches;
    }

    /** Whose record it is. */
    public static List<String> system(Item item, Description description) {
        return item.origin().system().equals(description.system())
                ? List.of()
                : List.of("it answers with a record of " + item.origin().system() + " and describes itself as "
                        + description.system() + ": make every OriginRef with the system of describe()");
    }

    /** What it may show. */
    public static List<String> categories(Item item, Description description) {
        List<String> breaches = new ArrayList<>();
        undeclared(item.identity().isPresent(), DataCategory.IDENTITY, description, breaches);
        undeclared(!item.documents().isEmpty(), DataCategory.DOCUMENT, description, breaches);
        undeclared(!item.samples().isEmpty(), DataCategory.BIOMETRIC, description, breaches);
        item.facts().forEach(fact -> undeclared(true, fact.category(), description, breaches));
        return breaches.stream().distinct().toList();
    }

    private static void undeclared(
            boolean there, DataCategory category, Description description, List<String> breaches) {
        if (there && !description.categories().contains(category)) {
            breaches.add("it gives data of category " + category + " and does not declare it: add the category to"
                    + " describe() or leave the data out");
        }
    }

    private static long characters(Item item) {
        long facts = item.facts().stream().mapToLong(ItemRules::characters).sum();
        long names = item.identity().stream()
                .flatMap(identity -> identity.names().stream())
                .mapToLong(ItemRules::characters)
                .sum();
        return facts + names;
    }

    private static long characters(Fact fact) {
        return (long) fact.name().length() + fact.value().length();
    }

    private static long characters(PersonName name) {
        return (long) name.familyName().length() + name.givenNames().length();
    }
}
