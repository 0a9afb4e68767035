package org.polyonym.connector;

import java.util.Set;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.model.SystemId;

/**
 * What a connector says of itself.
 *
 * @param system system code
 * @param title for people, at most 100 characters
 * @param searchable fields that its own law lets it be searched with
 * @param categories data categories that it can answer with; an item holds data of no other
 * @param limits what it can bear
 */
public record Description(
        SystemId system, String title, Set<SearchField> searchable, Set<DataCategory> categories, Limits limits) {
    /** Copies the sets. */
    public Description {
        searchable = Set.copyOf(searchable);
        categories = Set.copyOf(categories);
    }
}
