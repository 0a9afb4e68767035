package org.polyonym.access;

/** Data that can be searched with, the columns of a profile (IO 8(1)(a)). */
public enum SearchField {
    /** Surname. */
    FAMILY_NAME,
    /** Given names. */
    GIVEN_NAMES,
    /** Date of birth. */
    BIRTH_DATE,
    /** Place of birth. */
    BIRTH_PLACE,
    /** Sex. */
    SEX,
    /** Nationality. */
    NATIONALITY,
    /** Travel document: type, number and issuing state together. */
    TRAVEL_DOCUMENT,
    /** Fingerprint images. */
    FINGERPRINTS
}
