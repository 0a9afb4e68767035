package org.polyonym.simulation.demo;

import org.polyonym.registry.Submission;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Officer;

/**
 * How an officer of a replay enters a record. {@code Officer::register} waits for the detection in one request; a campaign
 * takes the time of acknowledgement and of the link apart.
 */
@FunctionalInterface
public interface Registrar {
    /** The answer of the registration, with the detection that followed it where the record was accepted. */
    Answer register(Officer officer, String system, Submission submission);
}
