package org.polyonym.esp;

/** State of one source's answer (R-ESP-21). */
public enum SourceStatus {
    /** Data follow. */
    ANSWERED,
    /** Nothing found, or nothing that the caller may see; the two look the same. */
    EMPTY_OR_NOT_PERMITTED,
    /** Not answered yet. */
    PENDING,
    /** Did not answer; only told where the profile may query the source. */
    UNAVAILABLE
}
