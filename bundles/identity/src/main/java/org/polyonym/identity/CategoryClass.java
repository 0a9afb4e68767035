package org.polyonym.identity;

/** Outcome of one category or field. */
public enum CategoryClass {
    /** Equal after harmonisation (Annex I). */
    SAME,
    /** Explained by a rule of Annex II, or equal placeholders. */
    SIMILAR,
    /** Neither. */
    DIFFERENT,
    /** Not known on one side, or only in part: nothing to compare. */
    MISSING
}
