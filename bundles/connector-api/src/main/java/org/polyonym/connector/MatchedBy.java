package org.polyonym.connector;

/** What an item was found by. */
public enum MatchedBy {
    /** Identity data. */
    IDENTITY,
    /** A travel document. */
    DOCUMENT,
    /** Fingerprints. */
    FINGERPRINTS
}
