package org.polyonym.store;

/**
 * A typed search column of a document.
 *
 * @param name e.g. {@code pair}, {@code key}, {@code owner}
 * @param value at most 200 characters
 * @param unique whether the collection may hold this name and value only once (enforced by a unique index)
 */
public record SearchTerm(String name, String value, boolean unique) {
    /** An ordinary term. */
    public static SearchTerm of(String name, String value) {
        return new SearchTerm(name, value, false);
    }

    /** A term that only one live document of the collection may carry. */
    public static SearchTerm unique(String name, String value) {
        return new SearchTerm(name, value, true);
    }
}
