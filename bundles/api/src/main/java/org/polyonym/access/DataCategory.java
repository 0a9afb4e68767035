package org.polyonym.access;

/** Categories of data in an answer, the columns of a profile (IO 8(1)(d)). */
public enum DataCategory {
    /** The bare reference to the record. */
    REFERENCE,
    /** Names, birth, sex, nationality. */
    IDENTITY,
    /** Travel documents. */
    DOCUMENT,
    /** Facial image and fingerprint images. */
    BIOMETRIC,
    /** Alert category and requested action. */
    ALERT,
    /** Business data of the system. */
    BUSINESS,
    /** Handling and evaluation codes (Europol). */
    HANDLING,
    /** Links of MID. */
    LINK
}
