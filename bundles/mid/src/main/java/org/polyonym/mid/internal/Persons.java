package org.polyonym.mid.internal;

/** What an officer found of the two sides of a link. */
enum Persons {
    /** Nothing yet. */
    OPEN,
    /** They are one person. */
    ONE,
    /** They are two persons. */
    TWO
}
