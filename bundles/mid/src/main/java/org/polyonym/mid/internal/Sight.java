package org.polyonym.mid.internal;

/** How much of a link a caller sees. */
enum Sight {
    /** All five data groups of the identity confirmation file. */
    FULL_FILE,
    /** The link and the systems that hold linked data (IO 34(a)-(b)). */
    LINK_AND_SYSTEMS,
    /** Only what the law lets MID say. */
    STATEMENT
}
