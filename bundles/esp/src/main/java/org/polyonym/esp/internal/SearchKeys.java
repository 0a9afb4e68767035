package org.polyonym.esp.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.polyonym.access.SearchField;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Sex;
import org.polyonym.registry.SearchQuery;

/**
 * What is searched with. A source gets only the keys that its own law and the profile let it be searched with (IO 9(2)).
 *
 * @param query identity data and documents
 * @param samples fingerprint images
 */
record SearchKeys(SearchQuery query, List<BiometricSample> samples) {
    /** The same without what is not allowed. */
    SearchKeys cutTo(Set<SearchField> allowed) {
        return new SearchKeys(query.cutTo(allowed), allowed.contains(SearchField.FINGERPRINTS) ? samples : List.of());
    }

    /** Whether anything is left that selects persons; sex or nationality alone would select half a system. */
    boolean selective() {
        return query.selective() || !samples.isEmpty();
    }

    /** Kinds of data searched with, for the log; never the data. */
    Set<SearchField> fields() {
        Set<SearchField> fields = EnumSet.noneOf(SearchField.class);
        IdentityData identity = query.identity();
        identity.names().forEach(n -> {
            add(fields, SearchField.FAMILY_NAME, !n.familyName().isEmpty());
            add(fields, SearchField.GIVEN_NAMES, !n.givenNames().isEmpty());
        });
        add(fields, SearchField.BIRTH_DATE, identity.birthDate().year() != 0);
        add(fields, SearchField.BIRTH_PLACE, !identity.birthPlace().isEmpty());
        add(fields, SearchField.SEX, identity.sex() != Sex.U);
        add(fields, SearchField.NATIONALITY, !identity.nationalities().isEmpty());
        add(fields, SearchField.TRAVEL_DOCUMENT, !query.documents().isEmpty());
        add(fields, SearchField.FINGERPRINTS, !samples.isEmpty());
        return fields;
    }

    private static void add(Set<SearchField> fields, SearchField field, boolean there) {
        if (there) {
            fields.add(field);
        }
    }
}
