package org.polyonym.biometrics;

/** What follows from a quality score (IO 13(3): a template is stored only after an automatic quality check). */
public enum QualityVerdict {
    /** Below the minimum standard: no template is made. */
    REJECTED,
    /** Usable, but a new capture would be better. */
    ACCEPTED_RECAPTURE_ADVISED,
    /** Good. */
    ACCEPTED;

    /**
     * Tells whether a template may be stored.
     *
     * @return false for {@link #REJECTED} only
     */
    public boolean accepted() {
        return this != REJECTED;
    }
}
