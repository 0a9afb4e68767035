package org.polyonym.mid.internal;

/** What the machine can propose. Green and red are not among it, so that no code path can set them without an officer. */
enum Verdict {
    /** One person. */
    WHITE,
    /** Needs manual verification. */
    YELLOW,
    /** No link. */
    NONE
}
