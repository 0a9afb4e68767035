package org.polyonym.sbms;

/** A pair of minutiae that the matcher joined, in pixels of each image. */
public record MatchedMinutia(double probeX, double probeY, double candidateX, double candidateY) {}
