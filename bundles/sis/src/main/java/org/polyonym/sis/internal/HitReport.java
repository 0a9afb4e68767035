package org.polyonym.sis.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.model.BiometricSample;

/**
 * What the official who has the person or object before him reports.
 *
 * @param confirmed whether identity was compared and found to be the same
 * @param place where
 * @param furtherAction what was done or is asked for in words; empty when no further action is asked for, and then it is no hit
 * @param samples live prints, needed where the alert holds prints (SIS-P 43(1))
 * @param europolExemption why Europol is exceptionally not told: INVESTIGATION, SAFETY_OF_PERSON or ESSENTIAL_SECURITY
 */
public record HitReport(
        boolean confirmed,
        String place,
        String furtherAction,
        List<BiometricSample> samples,
        Optional<String> europolExemption) {
    /** Fills what is missing. */
    public HitReport {
        place = place == null ? "" : place.strip();
        furtherAction = furtherAction == null ? "" : furtherAction.strip();
        samples = samples == null ? List.of() : List.copyOf(samples);
        europolExemption = europolExemption == null ? Optional.empty() : europolExemption;
    }
}
