package org.polyonym.biometrics;

/**
 * Two minutiae that the matcher took for the same ridge event.
 *
 * @param probeIndex index into the probe template's minutiae
 * @param candidateIndex index into the candidate template's minutiae
 * @param probe the probe's minutia
 * @param candidate the candidate's minutia
 */
public record MinutiaMatch(int probeIndex, int candidateIndex, Minutia probe, Minutia candidate) {}
