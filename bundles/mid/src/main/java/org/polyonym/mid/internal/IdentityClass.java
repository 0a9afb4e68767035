package org.polyonym.mid.internal;

/** The identity input of the colour table (IO 28(5)), best class first. */
enum IdentityClass {
    /** Same identity data. */
    SAME,
    /** Similar identity data. */
    SIM,
    /** Neither. */
    DIFF
}
