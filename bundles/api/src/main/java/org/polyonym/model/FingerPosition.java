package org.polyonym.model;

/** Finger positions of ISO/IEC 19794-2, codes 1 to 10; {@link #UNKNOWN} is code 0. */
public enum FingerPosition {
    /** Not known, or not a finger. */
    UNKNOWN,
    /** 1. */
    RIGHT_THUMB,
    /** 2. */
    RIGHT_INDEX,
    /** 3. */
    RIGHT_MIDDLE,
    /** 4. */
    RIGHT_RING,
    /** 5. */
    RIGHT_LITTLE,
    /** 6. */
    LEFT_THUMB,
    /** 7. */
    LEFT_INDEX,
    /** 8. */
    LEFT_MIDDLE,
    /** 9. */
    LEFT_RING,
    /** 10. */
    LEFT_LITTLE;

    /** ISO code, 0 to 10. */
    public int code() {
        return ordinal();
    }
}
