package org.polyonym.sbms;

import org.polyonym.model.OriginRef;

/**
 * A ranked candidate of an identification.
 *
 * @param ref origin record whose samples matched
 * @param comparison score, threshold version, qualities
 */
public record Candidate(OriginRef ref, Comparison comparison) {}
