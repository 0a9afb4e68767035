package org.polyonym.registry;

import java.util.List;
import org.polyonym.model.IdentityData;
import org.polyonym.model.TravelDocument;

/**
 * Alphanumeric search. What is empty is not searched with.
 *
 * @param identity identity data; names, birth date, sex, nationality, birth place as far as given
 * @param documents travel documents
 * @param mode how names and numbers are compared
 */
public record SearchQuery(IdentityData identity, List<TravelDocument> documents, Mode mode) {
    /** How close a match must be. */
    public enum Mode {
        /** Equal after harmonisation. */
        EXACT,
        /** Equal, known transliteration, or one edit per name part. */
        ONE_EDIT
    }
}
