package org.polyonym.mid.internal;

/** The travel document input of the colour table. */
enum DocumentClass {
    /** Both sides hold the same document. */
    SAME,
    /** Both sides hold documents, none in common. */
    OTHER,
    /** At least one side holds none. */
    NA
}
