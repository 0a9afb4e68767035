package org.polyonym.biometrics;

/**
 * A similarity with its meaning.
 *
 * @param raw sum of the finger scores, 0 upwards
 * @param log10Fmr estimate of the false match rate at this score: log10 of the share of comparisons between different
 *     persons that reach it; 0 (any pair) downwards, limited by {@link FusionTable#LOWEST_LOG10_FMR}
 */
public record Score(double raw, double log10Fmr) {}
