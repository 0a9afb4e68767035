package org.polyonym.simulation.fingerprints;

/** How badly a finger was captured. */
public enum Severity {
    /** The mix of an unattended optical sensor: mostly fair, some dry, wet, partial or turned. */
    NORMAL,
    /** A small, smeared, broken patch: a quality check should refuse it. */
    POOR
}
