package org.polyonym.mid.internal;

/** What a row of the manual table does. */
enum ManualResult {
    /** One person, or lawfully so. */
    WHITE,
    /** Unlawful multiple identities. */
    RED,
    /** Different persons, lawfully. */
    GREEN,
    /** Stays yellow; the finding is kept in the history. */
    KEEP,
    /** The matcher was wrong: the biometric class becomes SAME and the colour table is asked again. */
    REENTER_SAME,
    /** The matcher was wrong: the biometric class becomes DIFF and the colour table is asked again. */
    REENTER_DIFF,
    /** Yellow again, with a new verification. */
    REOPEN,
    /** Removed; the detection runs again. */
    ERASE
}
