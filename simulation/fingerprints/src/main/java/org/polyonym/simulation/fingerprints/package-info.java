/**
 * Fingerprints of people who do not exist: master prints grown from a zero-pole orientation field, impressions of
 * them, a cache for them and the check that they score like real ones.
 *
 * <p>Everything is a pure function of (seed, person, finger, impression).
 */
package org.polyonym.simulation.fingerprints;
