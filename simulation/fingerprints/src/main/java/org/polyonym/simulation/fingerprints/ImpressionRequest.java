package org.polyonym.simulation.fingerprints;

import java.util.Objects;

/**
 * Names one impression of a population.
 *
 * @param finger whose
 * @param impressionNo which press of it
 * @param severity how badly captured
 */
public record ImpressionRequest(Finger finger, int impressionNo, Severity severity) {

    public ImpressionRequest {
        Objects.requireNonNull(finger, "finger");
        Objects.requireNonNull(severity, "severity");
    }
}
