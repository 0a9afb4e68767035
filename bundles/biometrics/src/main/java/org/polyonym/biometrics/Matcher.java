package org.polyonym.biometrics;

/** Compares two fingers with SourceAFIS. Pure; thread-safe; about 0.08 ms per comparison. */
public final class Matcher {
    private Matcher() {}

    /**
     * Compares.
     *
     * @param probe the searching side
     * @param candidate the searched side
     * @return similarity, 0 (nothing in common) upwards; see {@link Fusion} for what it means
     */
    public static double compare(ProbeFinger probe, GalleryFinger candidate) {
        return probe.matcher().match(candidate.prepared());
    }
}
