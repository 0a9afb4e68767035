package org.polyonym.mid;

/** Colours of a link. The machine sets only WHITE and YELLOW. */
public enum LinkColour {
    /** Needs manual verification (IO 30). */
    YELLOW,
    /** Different persons, lawfully (IO 31). */
    GREEN,
    /** Unlawful multiple identities (IO 32). */
    RED,
    /** One person, or lawfully so (IO 33). */
    WHITE
}
