package org.polyonym.identity;

/** Aggregate outcome (2023/333 Art 2 and 3). */
public enum IdentityClass {
    /** Every category is the same. */
    SAME,
    /** Every category is the same or similar, and at least one is not the same. */
    SIMILAR,
    /** Anything else. */
    DIFFERENT
}
