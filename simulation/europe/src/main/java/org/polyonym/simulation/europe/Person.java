package org.polyonym.simulation.europe;

import java.util.List;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.IdentityData;
import org.polyonym.model.TravelDocument;

/**
 * A fictional person.
 *
 * @param key names the person in the fingerprint generator; keys from {@link #FIRST_TWIN_KEY} are identical twins of the
 *     person whose key is lower by it
 * @param identity who they are
 * @param documents what they carry
 * @param fingers fingers that are captured when they register
 * @param role why they are in the fixture, e.g. {@code namesake}
 */
public record Person(
        long key, IdentityData identity, List<TravelDocument> documents, List<FingerPosition> fingers, String role) {
    /** Keys from here are twins. */
    public static final long FIRST_TWIN_KEY = 1_000_000;

    /** Whether the key is that of a second twin. */
    static boolean isTwin(long key) {
        return key >= FIRST_TWIN_KEY;
    }

    /** Key of the first twin. */
    static long siblingOf(long twinKey) {
        return twinKey - FIRST_TWIN_KEY;
    }
}
